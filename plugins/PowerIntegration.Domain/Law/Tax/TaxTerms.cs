using PowerIntegration.Domain.Law.Jurisdiction;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>How a contract treats tax on billed amounts and on retainage. There is no default; a missing term is refused by name.</summary>
public sealed record TaxTerms
{
    /// <summary>Who computes; null where not stated.</summary>
    public TaxCalculator? ComputedBy { get; init; }

    /// <summary>When tax on retainage is due; null where not stated.</summary>
    public RetainageTaxMode? Mode { get; init; }

    /// <summary>Fraction on the date of the document, 0.13 for 13 percent; null where not stated.</summary>
    public decimal? Rate { get; init; }

    /// <summary>True where the customer accounts for the tax and pays none to the vendor.</summary>
    public bool IsReverseCharge { get; init; }
}
