using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Reversals;

/// <summary>The answer to a request to reverse a posted application.</summary>
public abstract record ReversalOutcome
{
    private ReversalOutcome() { }

    /// <summary>It cannot be reversed now.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Stopped(Refusal Refusal) : ReversalOutcome;

    /// <summary>How it is reversed.</summary>
    public sealed record Reversed : ReversalOutcome
    {
        /// <summary>One action for every document.</summary>
        public required IReadOnlyList<ReversalAction> Actions { get; init; }

        /// <summary>How it posts; debits and credits are equal.</summary>
        public required IReadOnlyList<JournalEntry> Journals { get; init; }

        /// <summary>The ledger after the reversal is posted: the base of the reversed application.</summary>
        public required ContractLedger NextLedger { get; init; }
    }
}
