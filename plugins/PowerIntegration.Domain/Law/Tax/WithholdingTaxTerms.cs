namespace PowerIntegration.Domain.Law.Tax;

/// <summary>How tax is withheld from a supplier's payment. What is missing is refused by name.</summary>
public sealed record WithholdingTaxTerms
{
    /// <summary>Who computes; null where the contract does not say.</summary>
    public TaxCalculator? ComputedBy { get; init; }

    /// <summary>How the base is formed; null where the contract does not say.</summary>
    public WithholdingTaxPolicy? Policy { get; init; }

    /// <summary>Fraction that the supplier's status was verified to have; null where it was not verified.</summary>
    public decimal? Rate { get; init; }
}
