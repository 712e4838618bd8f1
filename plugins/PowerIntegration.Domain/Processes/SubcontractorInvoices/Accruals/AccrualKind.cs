namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Accruals;

/// <summary>Why the cost of a period is not in the period's books.</summary>
public enum AccrualKind
{
    /// <summary>The application is approved and not posted.</summary>
    NotPosted,

    /// <summary>It is posted in a later period, because its own was closed.</summary>
    Rolled,
}
