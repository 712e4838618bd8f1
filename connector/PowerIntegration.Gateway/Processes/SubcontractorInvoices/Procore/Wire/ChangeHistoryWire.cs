namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;

/// <summary>One change of a requisition, <c>GET /rest/v1.0/requisitions/{id}/change_histories</c>.</summary>
internal sealed record ChangeHistoryWire(
    long? Id,
    string? Column,
    string? OldValue,
    string? NewValue,
    string? ActionBy,
    long? ActionById,
    DateTimeOffset? CreatedAt
);
