using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Tax;
using Xunit;

namespace PowerIntegration.Domain.Tests.Law.Tax;

/// <summary>Terms and documents for tests of tax; each test changes only what it is about.</summary>
internal static class Taxes
{
    public static TaxTerms Engine(RetainageTaxMode mode, decimal rate, bool isReverseCharge = false) =>
        new()
        {
            ComputedBy = TaxCalculator.Engine,
            Mode = mode,
            Rate = rate,
            IsReverseCharge = isReverseCharge,
        };

    public static TaxableDocument Document(decimal gross, decimal withheld, decimal released = 0m, decimal? sourceTax = null) =>
        new()
        {
            Name = "Invoice 2",
            Currency = Currency.Usd,
            Gross = gross,
            Withheld = withheld,
            Released = released,
            SourceTax = sourceTax,
        };

    public static TaxFigures Computed(TaxTerms terms, TaxableDocument document) =>
        Assert.IsType<TaxOutcome.Computed>(TaxComputation.Of(terms, document)).Figures;
}
