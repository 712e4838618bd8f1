using System.Collections.Generic;
using PowerIntegration.Domain.Billing;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Preparation;

/// <summary>Everything that one preparation decides from. Nothing else is read.</summary>
public sealed record PreparationFacts
{
    /// <summary>The document.</summary>
    public required DocumentStanding Document { get; init; }

    /// <summary>What Procore said.</summary>
    public required SourceInvoice Source { get; init; }

    /// <summary>The contract.</summary>
    public required ContractFacts Contract { get; init; }

    /// <summary>The project.</summary>
    public required ProjectFacts Project { get; init; }

    /// <summary>The business unit's set-up.</summary>
    public required PayablesFacts Payables { get; init; }

    /// <summary>Every other document of the contract, all revisions.</summary>
    public required IReadOnlyList<DocumentStanding> Others { get; init; }

    /// <summary>The ledger: the lines of the contract's base preparation.</summary>
    public required IReadOnlyList<LedgerLine> Ledger { get; init; }

    /// <summary>Purchase order lines of the contract's lines.</summary>
    public required IReadOnlyList<PurchaseOrderLink> Links { get; init; }

    /// <summary>How Procore codes become Oracle codings.</summary>
    public required WbsMapping Mapping { get; init; }

    /// <summary>Accounting periods of the business unit.</summary>
    public required IReadOnlyList<AccountingPeriod> Periods { get; init; }

    /// <summary>Active ownership rules for subcontractor invoices, of the project or of all.</summary>
    public required IReadOnlyList<OwnershipRule> OwnershipRules { get; init; }
}
