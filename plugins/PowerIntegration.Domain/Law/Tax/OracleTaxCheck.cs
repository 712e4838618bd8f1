using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Compares tax that Oracle computed, after validation, with what the terms give.</summary>
public static class OracleTaxCheck
{
    /// <summary>Oracle rounds each line; half a minor unit for each may explain a difference, one for the document's own rounding.</summary>
    public static decimal Tolerance(int lineCount, Currency currency) => (lineCount + 1) * Rounding.HalfMinorUnit(currency);

    /// <summary>Holds the document where Oracle's tax differs by more than rounding; null where it agrees or nothing was expected.</summary>
    /// <param name="name">How the sentence names the document.</param>
    /// <param name="figures">What was computed before sending.</param>
    /// <param name="oracleTax">Sum of Oracle's tax lines.</param>
    /// <param name="lineCount">Lines that Oracle taxed.</param>
    /// <param name="currency">Currency.</param>
    public static Refusal? Of(string name, TaxFigures figures, decimal oracleTax, int lineCount, Currency currency) =>
        figures.ExpectedFromOracle is { } expected && Math.Abs(oracleTax - expected) > Tolerance(lineCount, currency)
            ? new Refusal(
                LawReasons.TaxDiffers,
                $"{name}: Oracle computed tax of {Sentence.Amount(oracleTax)}, the contract's terms give {Sentence.Amount(expected)}. "
                    + "Correct the tax set-up in Oracle or the terms."
            )
            : null;
}
