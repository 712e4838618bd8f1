namespace PowerIntegration.Gateway.Intake;

/// <summary>A code of a project's work breakdown structure, with what its segments say.</summary>
/// <param name="Id">Procore's id.</param>
/// <param name="FlatCode">The full code.</param>
/// <param name="TaskSegmentCode">The segment that carries the Oracle task.</param>
/// <param name="CostCode">The cost code.</param>
/// <param name="CostType">The cost type.</param>
internal sealed record WbsCode(string Id, string? FlatCode, string? TaskSegmentCode, string? CostCode, string? CostType);
