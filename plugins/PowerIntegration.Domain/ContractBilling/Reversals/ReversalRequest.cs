using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.ContractBilling.Reversals;

/// <summary>A posted application that is to be taken back.</summary>
public sealed record ReversalRequest
{
    /// <summary>The contract's number, for people.</summary>
    public required string ContractNumber { get; init; }

    /// <summary>The application.</summary>
    public required int ApplicationNumber { get; init; }

    /// <summary>The ledger as it is posted now.</summary>
    public required ContractLedger Ledger { get; init; }

    /// <summary>The ledger from which the application was billed; it becomes the base again.</summary>
    public required ContractLedger Base { get; init; }

    /// <summary>
    /// How far the application was billed from other balances than the base's, line 6: Oracle had posted something else, and it was caught up. 0
    /// where it was not.
    /// </summary>
    public decimal BaseVariance { get; init; }

    /// <summary>What the application posted.</summary>
    public required IReadOnlyList<PostedDocument> Documents { get; init; }

    /// <summary>Accounting periods of the business unit.</summary>
    public required IReadOnlyList<AccountingPeriod> Periods { get; init; }

    /// <summary>Which document takes money back.</summary>
    public required CreditDocument CreditDocument { get; init; }

    /// <summary>Who asks.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>Who confirms; null where nobody has yet.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
