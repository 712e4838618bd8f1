using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Compares Oracle's tax, after validation, with the terms.</summary>
public static class OracleTaxCheck
{
    /// <summary>Oracle rounds each line, so rounding explains half a minor unit for each line and for the document.</summary>
    public static decimal Tolerance(int lineCount, Currency currency) => (lineCount + 1) * Rounding.HalfMinorUnit(currency);

    /// <summary>Holds the document where Oracle's tax differs by more than rounding; null where it matches or nothing was expected.</summary>
    /// <param name="name">The name of the document for the sentence.</param>
    /// <param name="figures">The tax computed before sending.</param>
    /// <param name="oracleTax">Sum of Oracle's tax lines.</param>
    /// <param name="lineCount">Lines that Oracle taxed.</param>
    /// <param name="currency">Currency.</param>
    public static Refusal? Of(string name, TaxFigures figures, decimal oracleTax, int lineCount, Currency currency) =>
        figures.ExpectedFromOracle is { } expected && Math.Abs(oracleTax - expected) > Tolerance(lineCount, currency)
            ? new Refusal(
                LawReasons.TaxDiffers,
                $"{name}: Oracle calculated tax of {new Money(oracleTax, currency)}, but the terms give {new Money(expected, currency)}. "
                    + "Correct the tax setup in Oracle or the terms."
            )
            : null;
}
