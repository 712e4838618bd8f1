using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Coverage;

/// <summary>A project of the files.</summary>
/// <param name="TaskSegment">The segment that carries the task; null where the task comes from rules.</param>
/// <param name="Mapping">Rules and structure.</param>
internal sealed record FiledProject(string? TaskSegment, WbsMapping Mapping);
