namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A subcontract, <c>GET /rest/v1.0/work_order_contracts</c>.</summary>
internal sealed record CommitmentWire(long? Id, string? Number, string? Title, string? Status, VendorWire? Vendor);
