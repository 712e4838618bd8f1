namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>The item a WBS code takes from one segment.</summary>
internal sealed record SegmentItemWire(string? Code, string? PathCode, string? Name, SegmentWire? Segment);
