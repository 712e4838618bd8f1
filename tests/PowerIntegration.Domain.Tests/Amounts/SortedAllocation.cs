namespace PowerIntegration.Domain.Tests.Amounts;

/// <summary>Largest remainder as it is written down: sort by remainder, earlier share first, and give one unit each to the first of them.</summary>
internal static class SortedAllocation
{
    public static decimal[] ByWeight(decimal totalCents, IReadOnlyList<decimal> weights)
    {
        var whole = weights.Sum();
        var units = Math.Abs(totalCents);
        var shares = weights.Select(weight => WholeNumber(units * weight, whole)).ToArray();
        var order = Enumerable
            .Range(0, shares.Length)
            .OrderByDescending(index => (units * weights[index]) - (shares[index] * whole))
            .ThenBy(index => index);
        foreach (var index in order.Take((int)(units - shares.Sum())))
        {
            shares[index]++;
        }

        return [.. shares.Select(share => share * Math.Sign(totalCents) / 100m)];
    }

    private static decimal WholeNumber(decimal product, decimal whole)
    {
        var quotient = decimal.Truncate(product / whole);
        return quotient * whole > product ? quotient - 1m : quotient;
    }
}
