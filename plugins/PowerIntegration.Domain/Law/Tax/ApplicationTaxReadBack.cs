using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Compares the tax that Oracle computed after validation with the terms and with the source.</summary>
public static class ApplicationTaxReadBack
{
    /// <summary>
    /// Holds the document where Oracle's tax differs from either by more than rounding; null where it matches or there is nothing to compare.
    /// </summary>
    /// <param name="name">The name of the application for the sentence.</param>
    /// <param name="tax">The tax computed before sending.</param>
    /// <param name="oracleTax">Sum of Oracle's tax lines over all documents of the application.</param>
    /// <param name="lineCount">Lines that Oracle taxed.</param>
    /// <param name="currency">Currency.</param>
    public static Refusal? Of(string name, ApplicationTaxOutcome.Computed tax, decimal oracleTax, int lineCount, Currency currency)
    {
        if (!tax.Documents.Any(document => document.IsTaxedByOracle))
        {
            return null;
        }

        var tolerance = OracleTaxCheck.Tolerance(lineCount, currency);
        if (tax.ExpectedFromOracle is { } expected && Math.Abs(oracleTax - expected) > tolerance)
        {
            return Differs(name, oracleTax, "the terms give", expected, currency);
        }

        return tax.SourceTaxToCompare is { } stated && Math.Abs(oracleTax - stated) > tolerance
            ? Differs(name, oracleTax, "the invoice has", stated, currency)
            : null;
    }

    private static Refusal Differs(string name, decimal oracleTax, string who, decimal amount, Currency currency) =>
        new(
            LawReasons.TaxDiffers,
            $"{name}: Oracle calculated tax of {new Money(oracleTax, currency)}, but {who} {new Money(amount, currency)}. "
                + "Correct the tax setup in Oracle, the terms, or the tax on the invoice."
        );
}
