namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A person of Procore's directory as other records name them.</summary>
internal sealed record PersonWire(long? Id, string? Name);
