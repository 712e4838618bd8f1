using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>The commitment as its row says, with the parties and setup that an invoice of it needs.</summary>
public sealed record CommitmentFacts
{
    /// <summary>The commitment's number.</summary>
    public required string Number { get; init; }

    /// <summary>Vendor.</summary>
    public required string VendorName { get; init; }

    /// <summary>Vendor number.</summary>
    public required string VendorNumber { get; init; }

    /// <summary>Supplier site.</summary>
    public required string VendorSite { get; init; }

    /// <summary>Whose invoices it pays; null where no vendor of Procore is linked.</summary>
    public VendorLink? VendorLink { get; init; }

    /// <summary>ISO currency code.</summary>
    public required string Currency { get; init; }

    /// <summary>True where lines match purchase order lines.</summary>
    public required bool IsMatched { get; init; }

    /// <summary>Key of the version of the terms that holds for the document; null where none does.</summary>
    public string? TermsKey { get; init; }

    /// <summary>Hash of that version; null where its row has none.</summary>
    public string? TermsHash { get; init; }

    /// <summary>Why no version of the terms holds for the document; null where one does.</summary>
    public Refusal? TermsProblem { get; init; }

    /// <summary>What the commitment says about billing; null where no version holds.</summary>
    public ContractTerms? Terms { get; init; }

    /// <summary>How tax is treated; null where the commitment does not say, then an application with tax is refused.</summary>
    public TaxTerms? Tax { get; init; }

    /// <summary>How tax is withheld from payments; null where none is.</summary>
    public WithholdingTaxTerms? Withholding { get; init; }

    /// <summary>Where the commitment lies and what the law of the place asks about it; null if no one entered it, then no rule is applied.</summary>
    public JurisdictionFacts? Region { get; init; }

    /// <summary>How payment depends on the owner's; null where it does not.</summary>
    public PaymentTerms? PaymentClause { get; init; }

    /// <summary>Why the opening balances or the decisions about the document cannot be read; null where they can.</summary>
    public Refusal? Problem { get; init; }

    /// <summary>True where the row is active.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Preparation of the last posted document; null where nothing was posted.</summary>
    public Guid? BasePreparationId { get; init; }

    /// <summary>Last posted application; 0 where nothing was posted.</summary>
    public int LastPostedNumber { get; init; }
}
