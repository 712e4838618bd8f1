using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>A Procore code of a project.</summary>
/// <param name="FlatCode">The code as Procore writes it.</param>
/// <param name="Codes">Its segments.</param>
/// <param name="Names">Its names: of the task segment, of the cost code.</param>
/// <param name="Coverage">What the last coverage run says; null where there is none.</param>
internal sealed record ListedCode(string FlatCode, SegmentCodes Codes, IReadOnlyList<string> Names, LastCoverage? Coverage);
