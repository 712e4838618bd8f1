namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A line of a subcontract's schedule of values, <c>GET /rest/v1.0/work_order_contracts/{id}/line_items</c>.</summary>
internal sealed record CommitmentLineWire(long? Id, string? TotalAmount, WbsCodeReferenceWire? WbsCode);
