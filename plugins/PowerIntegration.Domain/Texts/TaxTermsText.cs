using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Tax;

namespace PowerIntegration.Domain.Texts;

/// <summary>Reads tax and withholding tax terms. A term that is not given stays empty; the computation reports it.</summary>
public static class TaxTermsText
{
    /// <summary>Reads the object <c>tax</c> of billing terms; null where there is none.</summary>
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

    /// <summary>Reads the object <c>withholding</c> of billing terms; null where there is none.</summary>
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
