using PowerIntegration.Domain.Wbs.Effects;

namespace PowerIntegration.Tool.Mapping;

/// <summary>A document that waits for a mapping.</summary>
/// <param name="Project">Oracle project number.</param>
/// <param name="Cost">Its amount and codes.</param>
internal sealed record WaitingDocument(string Project, WaitingCost Cost);
