namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A WBS code of a project with one item per segment.</summary>
internal sealed record WbsCodeWire(long? Id, string? FlatCode, IReadOnlyList<SegmentItemWire>? SegmentItems);
