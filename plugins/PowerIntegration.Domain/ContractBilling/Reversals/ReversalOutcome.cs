using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Reversals;

/// <summary>The answer to a request to take a posted application back.</summary>
public abstract record ReversalOutcome
{
    private ReversalOutcome() { }

    /// <summary>It may not be taken back now.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Stopped(Refusal Refusal) : ReversalOutcome;

    /// <summary>What takes it back.</summary>
    public sealed record Reversed : ReversalOutcome
    {
        /// <summary>One action for every document.</summary>
        public required IReadOnlyList<ReversalAction> Actions { get; init; }

        /// <summary>How it posts; debits and credits are equal.</summary>
        public required IReadOnlyList<JournalEntry> Journals { get; init; }

        /// <summary>The ledger once it is posted: the base of the application that was taken back.</summary>
        public required ContractLedger NextLedger { get; init; }
    }
}
