namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>One Oracle Payables document.</summary>
public sealed record BillingDocument
{
    /// <summary>Which document.</summary>
    public required BillingDocumentKind Kind { get; init; }

    /// <summary>Its amount: the sum of its lines.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What Oracle withholds from it; zero where PowerIntegration keeps the retainage.</summary>
    public decimal WithheldByOracle { get; init; }

    /// <summary>Its lines; none is zero.</summary>
    public required IReadOnlyList<BillingDocumentLine> Lines { get; init; }
}
