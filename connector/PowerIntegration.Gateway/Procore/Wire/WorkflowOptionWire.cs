namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>One answer that a step takes.</summary>
internal sealed record WorkflowOptionWire(string? Id, string? ResponseType, string? Name);
