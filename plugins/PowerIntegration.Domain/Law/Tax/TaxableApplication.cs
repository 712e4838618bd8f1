using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>What the tax of one application is worked out from.</summary>
public sealed record TaxableApplication
{
    /// <summary>How sentences name the application.</summary>
    public required string Name { get; init; }

    /// <summary>The application as it was billed, before tax.</summary>
    public required BillingOutcome.Billed Billed { get; init; }

    /// <summary>Currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The contract's terms of tax; null where it has none.</summary>
    public TaxTerms? Tax { get; init; }

    /// <summary>The contract's terms of withholding; null where nothing is withheld.</summary>
    public WithholdingTaxTerms? Withholding { get; init; }

    /// <summary>Tax that the source states for the whole application; null where it states none.</summary>
    public decimal? SourceTax { get; init; }

    /// <summary>
    /// The supplier's direct cost of materials in the gross movement; null where the source does not say. Only withholding asks for it.
    /// </summary>
    public decimal? Materials { get; init; }

    /// <summary>Tax waiting in the retention-tax account before the application.</summary>
    public decimal TrackedBefore { get; init; }

    /// <summary>Retention held before the application, as the withholding of earlier applications split it; null where it was never split.</summary>
    public HeldRetention? HeldBefore { get; init; }
}
