namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A direct cost, <c>GET /rest/v1.1/projects/{id}/direct_costs</c>.</summary>
internal sealed record DirectCostWire(long? Id, string? Status);
