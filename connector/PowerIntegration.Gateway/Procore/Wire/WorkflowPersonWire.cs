namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A person of a workflow.</summary>
internal sealed record WorkflowPersonWire(string? Id, string? Name);
