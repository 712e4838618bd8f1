namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>A term of a contract, for whoever shows where terms are wrong.</summary>
public enum ContractTerm
{
    /// <summary>The contract's currency.</summary>
    Currency,

    /// <summary>How retainage is calculated.</summary>
    RetainageKind,

    /// <summary>The rate on completed work, or the one rate.</summary>
    WorkRate,

    /// <summary>The rate on stored materials.</summary>
    StoredRate,

    /// <summary>Rates of single lines.</summary>
    LineRates,

    /// <summary>The fixed amount.</summary>
    LumpSum,

    /// <summary>The share of the contract sum at which the rate changes.</summary>
    Threshold,

    /// <summary>The rate before the threshold.</summary>
    RateBefore,

    /// <summary>The rate from the threshold on.</summary>
    RateAfter,

    /// <summary>What the change of the rate does to what is held.</summary>
    StepReading,

    /// <summary>The rules of a sliding scale.</summary>
    ScaleSteps,

    /// <summary>The most that may be held.</summary>
    RetainageCap,

    /// <summary>Where retainage amounts come from.</summary>
    RetainageSource,

    /// <summary>Who withholds.</summary>
    RetainageKeeper,

    /// <summary>How stored materials carry into the next application.</summary>
    StoredMaterials,

    /// <summary>When unchanged stored materials are flagged.</summary>
    StaleStoragePeriods,

    /// <summary>How far a line may be billed over its scheduled value.</summary>
    OverbillingTolerance,

    /// <summary>Whether Oracle takes negative lines.</summary>
    NegativeLines,

    /// <summary>Which document is a credit.</summary>
    CreditDocument,

    /// <summary>Which line takes a rounding difference.</summary>
    ResidualPlace,

    /// <summary>Who calculates tax.</summary>
    TaxCalculator,

    /// <summary>When tax on retainage is due.</summary>
    TaxOnRetainage,

    /// <summary>The tax rate.</summary>
    TaxRate,

    /// <summary>Whether the customer accounts for the tax.</summary>
    ReverseCharge,

    /// <summary>Who calculates withholding tax.</summary>
    WithholdingCalculator,

    /// <summary>How the base of withholding tax is formed.</summary>
    WithholdingPolicy,

    /// <summary>The rate of withholding tax.</summary>
    WithholdingRate,

    /// <summary>Whether payment waits for the owner's payment.</summary>
    PaymentClause,

    /// <summary>When payment is due in any case.</summary>
    OutsideDays,

    /// <summary>When payment is due after the owner has paid.</summary>
    PassThroughDays,

    /// <summary>Where the project is.</summary>
    Jurisdiction,
}
