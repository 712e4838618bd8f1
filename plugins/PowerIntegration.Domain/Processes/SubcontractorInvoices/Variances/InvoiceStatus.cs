namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;

/// <summary>What Oracle shows of an invoice that was posted.</summary>
public enum InvoiceStatus
{
    /// <summary>It is there.</summary>
    Present,

    /// <summary>It is canceled.</summary>
    Cancelled,

    /// <summary>It is not found under its number.</summary>
    Missing,
}
