using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.ContractBilling.Reversals;

/// <summary>A request to reverse a posted application.</summary>
public sealed record ReversalRequest
{
    /// <summary>The commitment's number, for people.</summary>
    public required string ContractNumber { get; init; }

    /// <summary>The application.</summary>
    public required int ApplicationNumber { get; init; }

    /// <summary>The posted ledger now.</summary>
    public required ContractLedger Ledger { get; init; }

    /// <summary>The ledger that the application was billed from; it becomes the base again.</summary>
    public required ContractLedger Base { get; init; }

    /// <summary>
    /// How far line 6 of the balances used for billing differed from the base: Oracle had posted another amount, and a catch-up was recorded. 0
    /// where there was none.
    /// </summary>
    public decimal BaseVariance { get; init; }

    /// <summary>What the application posted.</summary>
    public required IReadOnlyList<PostedDocument> Documents { get; init; }

    /// <summary>Posted cost that the application moved to another coding by a journal; empty where none.</summary>
    public required IReadOnlyList<ReclassifiedCost> Reclassified { get; init; }

    /// <summary>Accounting periods of the business unit.</summary>
    public required IReadOnlyList<AccountingPeriod> Periods { get; init; }

    /// <summary>Which document is used for a credit.</summary>
    public required CreditDocument CreditDocument { get; init; }

    /// <summary>Who requests the reversal.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>Who confirms it; null where it is not confirmed yet.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
