namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>The WBS code of a line.</summary>
internal sealed record WbsCodeReferenceWire(long? Id, string? FlatCode);
