using PowerIntegration.Domain.Amounts;

namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>
/// Rates and thresholds as contracts state them. A figure that was rounded fits many fractions; the roundest of them is the one to ask about, and a
/// hundredth of a percent is the finest.
/// </summary>
internal static class CommonFraction
{
    private static readonly decimal[] Steps = [0.5m, 0.25m, 0.1m, 0.05m, 0.025m, 0.01m, 0.005m, 0.0025m, 0.001m, 0.0005m, 0.0001m];

    private static readonly decimal[] ThresholdSteps = [0.00001m, 0.000001m];

    /// <summary>The roundest fraction from 0 to 1 within the tolerance; null where none is.</summary>
    public static decimal? Near(decimal value, decimal tolerance)
    {
        foreach (var step in Steps)
        {
            var near = Rounding.ToMultiple(value, step);
            if (Math.Abs(near - value) <= tolerance && near >= 0m && near <= 1m)
            {
                return near;
            }
        }

        return null;
    }

    /// <summary>
    /// Thresholds between two figures: the roundest, and the middle one to the six decimals that terms have, since a threshold may be an
    /// amount.
    /// </summary>
    public static IEnumerable<decimal> Thresholds(decimal lowest, decimal highest)
    {
        var middle = (lowest + highest) / 2m;
        if (Near(middle, (highest - lowest) / 2m) is { } round)
        {
            yield return round;
        }

        foreach (var step in ThresholdSteps)
        {
            if (Rounding.ToMultiple(middle, step) is > 0m and <= 1m and var near)
            {
                yield return near;
            }
        }
    }

    /// <summary>The fraction to a hundredth of a percent.</summary>
    public static decimal Nearest(decimal value) => Rounding.ToMultiple(value, Steps[Steps.Length - 1]);

    /// <summary>The roundest fraction above the first, which is not below zero, and up to the second; null where none is.</summary>
    public static decimal? Between(decimal above, decimal upTo)
    {
        foreach (var step in Steps)
        {
            var first = Rounding.MultipleAbove(above, step);
            if (first <= upTo && first <= 1m)
            {
                return first;
            }
        }

        return null;
    }
}
