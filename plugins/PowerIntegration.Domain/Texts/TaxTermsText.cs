using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Tax;

namespace PowerIntegration.Domain.Texts;

/// <summary>Reads how a contract treats tax and withholding. What is not written stays open; the computation names the term that it misses.</summary>
public static class TaxTermsText
{
    /// <summary>Reads the object <c>tax</c> of a contract's billing terms; null where the contract has none.</summary>
    public static TaxTerms? Read(JsonFields? fields) =>
        fields is null
            ? null
            : new TaxTerms
            {
                ComputedBy = fields.OptionalChoice<TaxCalculator>("computedBy"),
                Mode = fields.OptionalChoice<RetainageTaxMode>("onRetainage"),
                Rate = fields.OptionalRate("rate"),
                IsReverseCharge = fields.Flag("reverseCharge"),
            };

    /// <summary>Reads the object <c>withholding</c> of a contract's billing terms; null where the contract has none.</summary>
    public static WithholdingTaxTerms? ReadWithholding(JsonFields? fields) =>
        fields is null
            ? null
            : new WithholdingTaxTerms
            {
                ComputedBy = fields.OptionalChoice<TaxCalculator>("computedBy"),
                Policy = fields.OptionalChoice<WithholdingTaxPolicy>("policy"),
                Rate = fields.OptionalRate("rate"),
            };
}
