using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;

/// <summary>What one posted document of a commitment did in Oracle.</summary>
public sealed record PostedPreparation
{
    /// <summary>True where the document was reversed afterwards; the reversal is a posted document of its own.</summary>
    public required bool IsReversed { get; init; }

    /// <summary>What was created and what was canceled.</summary>
    public required IReadOnlyList<PayablesInvoice> Documents { get; init; }

    /// <summary>Variances with which a controller let it post: the document billed from what Oracle showed.</summary>
    public required IReadOnlyList<OracleVariance> Accepted { get; init; }
}
