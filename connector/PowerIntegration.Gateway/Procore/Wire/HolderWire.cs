namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>The record that a line belongs to.</summary>
internal sealed record HolderWire(long? Id);
