namespace PowerIntegration.Audit.Form;

/// <summary>Whole-number arithmetic: what a fraction is, rounded half away from zero, and how a whole divides by largest remainder.</summary>
internal static class Fraction
{
    private const long Million = 1_000_000;

    /// <summary>The quotient to the nearest whole number; halves go away from zero.</summary>
    public static long Rounded(Int128 dividend, Int128 divisor)
    {
        var isNegative = (dividend < 0) != (divisor < 0);
        Int128 top = Int128.Abs(dividend),
            bottom = Int128.Abs(divisor);
        var quotient = (long)(((top * 2) + bottom) / (bottom * 2));
        return isNegative ? -quotient : quotient;
    }

    /// <summary>So many parts of a million of the amount, half away from zero.</summary>
    public static long Share(long amount, long parts)
    {
        var product = Math.Abs(amount) * parts;
        var share = (product + (Million / 2)) / Million;
        return amount < 0 ? -share : share;
    }

    /// <summary>Divides a whole by weights; what is left goes to the largest remainders, a tie to the earlier.</summary>
    public static long[] Divide(long whole, long[] weights)
    {
        Int128 sum = 0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var shares = new long[weights.Length];
        var remainders = new Int128[weights.Length];
        var order = new int[weights.Length];
        var left = Math.Abs(whole);
        for (var index = 0; index < weights.Length; index++)
        {
            var product = (Int128)Math.Abs(whole) * weights[index];
            shares[index] = (long)(product / sum);
            remainders[index] = -(product % sum);
            order[index] = index;
            left -= shares[index];
        }

        // A stable order: remainders are negated so that the largest comes first, and the position breaks a tie.
        Array.Sort(order, (one, other) => remainders[one] != remainders[other] ? remainders[one].CompareTo(remainders[other]) : one.CompareTo(other));
        for (var index = 0; index < left; index++)
        {
            shares[order[index]]++;
        }

        if (whole < 0)
        {
            for (var index = 0; index < shares.Length; index++)
            {
                shares[index] = -shares[index];
            }
        }

        return shares;
    }
}
