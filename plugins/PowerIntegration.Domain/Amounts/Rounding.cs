namespace PowerIntegration.Domain.Amounts;

/// <summary>The one place that rounds. Half away from zero, so that a credit rounds like the invoice it reverses.</summary>
public static class Rounding
{
    // Far below any amount, far above the noise of a division.
    private const int QuotientDecimals = 15;

    /// <summary>The amount in minor units of the currency, half away from zero.</summary>
    public static decimal ToMinorUnit(decimal amount, Currency currency) =>
        decimal.Round(amount, currency.MinorDigits, MidpointRounding.AwayFromZero);

    /// <summary>
    /// The same for an amount that contains a quotient. The last of its 28 digits is noise, and noise must not decide how a half is rounded.
    /// </summary>
    public static decimal QuotientToMinorUnit(decimal amount, Currency currency) =>
        ToMinorUnit(decimal.Round(amount, QuotientDecimals, MidpointRounding.AwayFromZero), currency);

    /// <summary>True where the amount has no more decimals than the currency.</summary>
    public static bool IsInMinorUnits(decimal amount, Currency currency) => ToMinorUnit(amount, currency) == amount;

    /// <summary>The smallest amount of the currency, 0.01 for dollars.</summary>
    public static decimal MinorUnit(Currency currency) => new(1, 0, 0, false, (byte)currency.MinorDigits);

    /// <summary>The most that rounding one amount can change it: half of the smallest amount.</summary>
    public static decimal HalfMinorUnit(Currency currency) => MinorUnit(currency) / 2m;

    /// <summary>Two decimals, half away from zero: percentages, which are shown and never added.</summary>
    public static decimal ToHundredths(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);

    /// <summary>The multiple of the step that is nearest to the value.</summary>
    internal static decimal ToMultiple(decimal value, decimal step) => decimal.Round(value / step, 0, MidpointRounding.AwayFromZero) * step;

    /// <summary>The lowest multiple of the step that is above the value.</summary>
    internal static decimal MultipleAbove(decimal value, decimal step) => (decimal.Floor(value / step) + 1m) * step;

    /// <summary>The whole number nearest to the value in the direction of zero.</summary>
    internal static decimal WholeTowardsZero(decimal value) => decimal.Truncate(value);
}
