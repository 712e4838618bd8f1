namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A project, <c>GET /rest/v1.1/projects</c>.</summary>
internal sealed record ProjectWire(long? Id, string? Name, string? ProjectNumber);
