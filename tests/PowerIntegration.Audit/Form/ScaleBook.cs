using System.Numerics;
using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Form;

/// <summary>A sliding scale: the first rule withholds until its limit is held, then the next continues, until the last limit.</summary>
internal static class ScaleBook
{
    private const long Million = 1_000_000;

    /// <summary>What is held on the gross to date, to the cent. Fractions are exact.</summary>
    public static long Of(IReadOnlyList<ScaleRule> rules, BilledSums sums)
    {
        // The gross on which nothing is withheld yet, as a fraction.
        BigInteger left = sums.Gross > 0 ? sums.Gross : 0,
            parts = BigInteger.One;
        long held = 0;
        foreach (var rule in rules)
        {
            var room = sums.LimitOf(rule.Limit) - held;
            room = room > 0 ? room : 0;
            if (left * rule.Rate <= room * Million * parts)
            {
                return held + Rounded(left * rule.Rate, parts * Million);
            }

            held += room;
            left = (left * rule.Rate) - (room * Million * parts);
            parts *= rule.Rate;
        }

        return held;
    }

    private static long Rounded(BigInteger dividend, BigInteger divisor) => (long)(((dividend * 2) + divisor) / (divisor * 2));
}
