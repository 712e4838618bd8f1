using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;

/// <summary>Everything that the reversal of one posted document decides from.</summary>
public sealed record ReversalFacts
{
    /// <summary>The document that reverses; null before it is asked for.</summary>
    public DocumentSummary? Own { get; init; }

    /// <summary>The posted document.</summary>
    public required DocumentSummary Original { get; init; }

    /// <summary>What it froze.</summary>
    public required PreparedInvoice Posted { get; init; }

    /// <summary>What is paid of it, in Oracle's words, as last read.</summary>
    public required string PaidStatus { get; init; }

    /// <summary>The posted ledger.</summary>
    public required ContractLedger Ledger { get; init; }

    /// <summary>The ledger before the document.</summary>
    public required ContractLedger Base { get; init; }

    /// <summary>What was frozen for that ledger: it has the codings from before; null where the document was the first.</summary>
    public PreparedInvoice? BaseInvoice { get; init; }

    /// <summary>Why that ledger may not be gone back to; null where it may, and always where it was posted.</summary>
    public Refusal? OpeningProblem { get; init; }

    /// <summary>Tax that waited for the release of retainage at that ledger.</summary>
    public decimal RetentionTaxBefore { get; init; }

    /// <summary>Retention held at that ledger as withholding splits it; null where it was never split.</summary>
    public HeldRetention? HeldRetentionBefore { get; init; }

    /// <summary>Base of the commitment now.</summary>
    public Guid? CommitmentBaseId { get; init; }

    /// <summary>The commitment.</summary>
    public required CommitmentFacts Commitment { get; init; }

    /// <summary>Every other document of the commitment, all revisions.</summary>
    public required IReadOnlyList<DocumentSummary> Others { get; init; }

    /// <summary>Posted invoices of the commitment of which Oracle showed something else when a source was last read; empty where none.</summary>
    public IReadOnlyList<OracleVariance> OracleVariances { get; init; } = [];

    /// <summary>Accounting periods of the business unit.</summary>
    public required IReadOnlyList<AccountingPeriod> Periods { get; init; }

    /// <summary>Account that carries the retainage we keep.</summary>
    public required string RetainageAccount { get; init; }

    /// <summary>Who asked for the reversal.</summary>
    public required Person RequestedBy { get; init; }

    /// <summary>Who confirms it now; null if no one does.</summary>
    public Person? ConfirmedBy { get; init; }

    /// <summary>Who confirmed what the reversal froze last; null if no one did. Other content needs another confirmation.</summary>
    public Person? ConfirmedBefore { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Address of the document in the administrator's app; empty where the environment names none.</summary>
    public string Address { get; init; } = "";
}
