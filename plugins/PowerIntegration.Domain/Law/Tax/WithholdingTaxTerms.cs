namespace PowerIntegration.Domain.Law.Tax;

/// <summary>How tax is withheld from a vendor's payment. A missing term is refused by name.</summary>
public sealed record WithholdingTaxTerms
{
    /// <summary>Who computes; null where not stated.</summary>
    public TaxCalculator? ComputedBy { get; init; }

    /// <summary>How the base is formed; null where not stated.</summary>
    public WithholdingTaxPolicy? Policy { get; init; }

    /// <summary>Fraction verified for the vendor's status; null where it was not verified.</summary>
    public decimal? Rate { get; init; }
}
