using PowerIntegration.Domain.Law.Jurisdiction;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>How a contract treats tax on what is billed and on what is held back. There is no default; what is missing is refused by name.</summary>
public sealed record TaxTerms
{
    /// <summary>Who computes; null where the contract does not say.</summary>
    public TaxCalculator? ComputedBy { get; init; }

    /// <summary>When tax on the part held back is due; null where the contract does not say.</summary>
    public RetainageTaxMode? Mode { get; init; }

    /// <summary>Fraction on the date of the document, 0.13 for thirteen per cent; null where the contract does not say.</summary>
    public decimal? Rate { get; init; }

    /// <summary>True where the customer accounts for the tax and pays none to the supplier.</summary>
    public bool IsReverseCharge { get; init; }
}
