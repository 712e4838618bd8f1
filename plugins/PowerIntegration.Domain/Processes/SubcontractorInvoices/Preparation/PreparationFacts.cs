using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>Everything that one preparation decides from. Nothing else is read.</summary>
public sealed record PreparationFacts
{
    /// <summary>The document.</summary>
    public required DocumentSummary Document { get; init; }

    /// <summary>What Procore said.</summary>
    public required SourceInvoice Source { get; init; }

    /// <summary>The commitment.</summary>
    public required CommitmentFacts Commitment { get; init; }

    /// <summary>The project.</summary>
    public required ProjectFacts Project { get; init; }

    /// <summary>The business unit's setup.</summary>
    public required PayablesFacts Payables { get; init; }

    /// <summary>Commitment, project and Payables setup as versions, each as <see cref="UsedVersions"/> names it; first in the trail.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>Every other document of the commitment, all revisions.</summary>
    public required IReadOnlyList<DocumentSummary> Others { get; init; }

    /// <summary>The vendor's other documents, on all its commitments, that use a number like this document's or are dated near it.</summary>
    public IReadOnlyList<NumberOwner> NumberOwners { get; init; } = [];

    /// <summary>The ledger: what the commitment's base preparation left, or the opening balances.</summary>
    public required ContractLedger Ledger { get; init; }

    /// <summary>Why the base cannot be billed from: it is not what was posted; null where it is.</summary>
    public Refusal? BaseProblem { get; init; }

    /// <summary>Why nothing may be billed from the opening balances; null where they are signed, or are not the ledger any more.</summary>
    public Refusal? OpeningProblem { get; init; }

    /// <summary>The codings with which lines posted last, by line.</summary>
    public IReadOnlyDictionary<string, TaskCoding> LedgerCodings { get; init; } = new Dictionary<string, TaskCoding>();

    /// <summary>Active rules of the commitment's place and its country; empty where the commitment does not say where it lies.</summary>
    public IReadOnlyList<JurisdictionRule> JurisdictionRules { get; init; } = [];

    /// <summary>Why the rules of the place cannot be used; null where they can.</summary>
    public Refusal? JurisdictionProblem { get; init; }

    /// <summary>Tax that waits for the release of retainage at the base.</summary>
    public decimal RetentionTaxBefore { get; init; }

    /// <summary>Retention held at the base as withholding splits it; null where it was never split.</summary>
    public HeldRetention? HeldRetentionBefore { get; init; }

    /// <summary>Posted invoices of the commitment of which Oracle showed something else when the source was read; empty where none.</summary>
    public IReadOnlyList<OracleVariance> OracleVariances { get; init; } = [];

    /// <summary>Why Oracle could not be asked about them when the source was read; null where it was.</summary>
    public string? OracleNotRead { get; init; }

    /// <summary>Invoices of the supplier that Oracle showed with the document's amount when it was about to be sent; empty where none.</summary>
    public IReadOnlyList<FoundPayable> OracleAlike { get; init; } = [];

    /// <summary>What people decided about the document beyond its source.</summary>
    public BillingDecisions Decisions { get; init; } = new();

    /// <summary>True where a controller decided about the document, also that nothing is decided.</summary>
    public bool IsDecided { get; init; }

    /// <summary>What was decided about the posted revision that the document corrects; null where it corrects none.</summary>
    public BillingDecisions? CorrectedDecisions { get; init; }

    /// <summary>Purchase order lines of the commitment's lines.</summary>
    public required IReadOnlyList<PurchaseOrderLink> Links { get; init; }

    /// <summary>How Procore codes become Oracle codings.</summary>
    public required WbsMapping Mapping { get; init; }

    /// <summary>Accounting periods of the business unit.</summary>
    public required IReadOnlyList<AccountingPeriod> Periods { get; init; }

    /// <summary>Address of the document in the administrator's app; empty where the environment names none.</summary>
    public string Address { get; init; } = "";

    /// <summary>Active ownership rules for such documents, of the project or of all.</summary>
    public required IReadOnlyList<OwnershipRule> OwnershipRules { get; init; }

    /// <summary>Active authorities for such documents, of the project or of all; empty where none is entered.</summary>
    public IReadOnlyList<ApprovalAuthority> Authorities { get; init; } = [];

    /// <summary>What people decided in Teams about content of the record; read only where a rule names Teams.</summary>
    public IReadOnlyList<KnownDecision> KnownDecisions { get; init; } = [];

    /// <summary>True where retainage is released by a decision in this product, without an application.</summary>
    public bool IsRelease => Document.Type == DocumentKind.RetainageRelease;
}
