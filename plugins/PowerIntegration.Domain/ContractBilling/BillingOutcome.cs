using PowerIntegration.Domain.ContractBilling.Certificates;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling;

/// <summary>The answer of the engine for one application.</summary>
public abstract record BillingOutcome
{
    private BillingOutcome() { }

    /// <summary>The application is stopped.</summary>
    /// <param name="Refusal">Why: the first by precedence, Held or Refused.</param>
    /// <param name="All">Everything that was found, in the order in which it was found.</param>
    public sealed record Stopped(Refusal Refusal, IReadOnlyList<Refusal> All) : BillingOutcome;

    /// <summary>There is nothing to post, and nothing is wrong.</summary>
    /// <param name="Why">Why.</param>
    /// <param name="Sentence">The reason as a sentence.</param>
    public sealed record NothingToPost(NothingToPostReason Why, string Sentence) : BillingOutcome;

    /// <summary>The application is billed.</summary>
    public sealed record Billed : BillingOutcome
    {
        /// <summary>The certificate of the base.</summary>
        public required Certificate Before { get; init; }

        /// <summary>The certificate with this application.</summary>
        public required Certificate After { get; init; }

        /// <summary>The continuation sheet: one line for every line of the contract.</summary>
        public required IReadOnlyList<ContinuationLine> Lines { get; init; }

        /// <summary>What is sent to Oracle; empty where no amount changed.</summary>
        public required IReadOnlyList<BillingDocument> Documents { get; init; }

        /// <summary>How it posts; debits and credits are equal.</summary>
        public required IReadOnlyList<JournalEntry> Journals { get; init; }

        /// <summary>Posted cost that moves to another coding, with both legs in <see cref="Journals"/>; empty where none moves.</summary>
        public IReadOnlyList<ReclassifiedCost> Reclassified { get; init; } = [];

        /// <summary>What a person should check.</summary>
        public required IReadOnlyList<BillingWarning> Warnings { get; init; }

        /// <summary>Line 8 less deductions.</summary>
        public required decimal Payable { get; init; }

        /// <summary>Why the figures are right.</summary>
        public required Proof Proof { get; init; }

        /// <summary>The ledger after this application is posted, and only then.</summary>
        public required ContractLedger NextLedger { get; init; }
    }
}
