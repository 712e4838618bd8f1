namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Who computes tax or withholding tax on a contract. Only one does.</summary>
public enum TaxCalculator
{
    /// <summary>The source system: the amount on the invoice is used.</summary>
    Source,

    /// <summary>Oracle: nothing is sent; its figure is compared after validation.</summary>
    Oracle,

    /// <summary>PowerIntegration, from the terms.</summary>
    Engine,
}
