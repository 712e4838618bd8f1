namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A line of a direct cost, <c>GET /rest/v1.0/projects/{id}/direct_costs/line_items</c>.</summary>
internal sealed record DirectCostLineWire(long? Id, decimal? TotalAmount, HolderWire? Holder, WbsCodeReferenceWire? WbsCode);
