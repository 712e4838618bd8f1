namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;

/// <summary>What a poll needs of a requisition.</summary>
internal sealed record ChangedRequisitionWire(long? Id, int? Number, string? InvoiceNumber, string? Status, DateTimeOffset? UpdatedAt);
