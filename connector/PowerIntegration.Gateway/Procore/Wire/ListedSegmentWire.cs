namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>The segment of a code's item.</summary>
internal sealed record ListedSegmentWire(long? Id);
