namespace PowerIntegration.Gateway.Intake;

/// <summary>A configured project in Procore.</summary>
/// <param name="Id">Its row.</param>
/// <param name="ProcoreId">Procore's id.</param>
/// <param name="TaskSegment">Name of the custom WBS segment that carries the Oracle task, or null.</param>
internal sealed record SourceProject(Guid Id, string ProcoreId, string? TaskSegment);
