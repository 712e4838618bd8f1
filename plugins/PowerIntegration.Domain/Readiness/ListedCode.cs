using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Readiness;

/// <summary>A code of the project in Procore.</summary>
/// <param name="Name">As Procore shows it.</param>
/// <param name="Codes">Its segments.</param>
public sealed record ListedCode(string Name, SegmentCodes Codes);
