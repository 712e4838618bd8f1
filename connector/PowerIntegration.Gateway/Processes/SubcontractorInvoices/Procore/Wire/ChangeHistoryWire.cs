namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;

/// <summary>One change of a requisition, <c>GET /rest/v1.0/requisitions/{id}/change_histories</c>.</summary>
internal sealed record ChangeHistoryWire(long? Id, string? Column, string? NewValue, string? ActionBy, DateTimeOffset? CreatedAt);
