namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Who computes tax or withholding on a contract. Exactly one does.</summary>
public enum TaxCalculator
{
    /// <summary>The source system: the amount on the invoice is taken as it is.</summary>
    Source,

    /// <summary>Oracle: nothing is sent; its figure is compared after validation.</summary>
    Oracle,

    /// <summary>This product, from the contract's terms.</summary>
    Engine,
}
