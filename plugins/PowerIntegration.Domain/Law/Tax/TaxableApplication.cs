using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The input for the tax of one application.</summary>
public sealed record TaxableApplication
{
    /// <summary>How sentences name the application.</summary>
    public required string Name { get; init; }

    /// <summary>The application as it was billed, before tax.</summary>
    public required BillingOutcome.Billed Billed { get; init; }

    /// <summary>Currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The tax terms; null where there are none.</summary>
    public TaxTerms? Tax { get; init; }

    /// <summary>The withholding tax terms; null where nothing is withheld.</summary>
    public WithholdingTaxTerms? Withholding { get; init; }

    /// <summary>Tax on the application as stated by the source; null where it states none.</summary>
    public decimal? SourceTax { get; init; }

    /// <summary>True where no source states the document: a person decided it here, and its tax comes from the terms unless it is given.</summary>
    public bool IsDecidedHere { get; init; }

    /// <summary>
    /// The vendor's direct cost of materials in the gross movement; null where the source does not state it. Only withholding tax needs it.
    /// </summary>
    public decimal? Materials { get; init; }

    /// <summary>Tax waiting in the retention-tax account before the application.</summary>
    public decimal TrackedBefore { get; init; }

    /// <summary>Retainage held before the application, as split for withholding tax on earlier applications; null where it was never split.</summary>
    public HeldRetention? HeldBefore { get; init; }
}
