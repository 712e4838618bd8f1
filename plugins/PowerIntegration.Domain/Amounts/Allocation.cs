using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Amounts;

/// <summary>Divides an amount without losing or making a cent, in a time that grows with the number of shares and not faster.</summary>
public static class Allocation
{
    /// <summary>
    /// Shares in proportion to the weights, by largest remainder; a tie goes to the earlier share. Every share is in minor units and differs from
    /// its exact part by less than one minor unit; the shares add up to the total.
    /// </summary>
    /// <param name="total">What is divided, in minor units of its currency; may be negative.</param>
    /// <param name="weights">Not negative, not all zero.</param>
    /// <exception cref="InvariantBrokenException">The total has a fraction of a minor unit, or the weights cannot divide it.</exception>
    public static IReadOnlyList<Money> ByWeight(Money total, IReadOnlyList<decimal> weights)
    {
        var amounts = AmountsByWeight(total, [.. weights]);
        var shares = new Money[amounts.Length];
        for (var index = 0; index < shares.Length; index++)
        {
            shares[index] = new Money(amounts[index], total.Currency);
        }

        return shares;
    }

    /// <summary>
    /// The same, as amounts in the currency of the total. It uses the weights up: their array is large and serves for the remainders too.
    /// </summary>
    internal static decimal[] AmountsByWeight(Money total, decimal[] weights)
    {
        Invariant.Require(Rounding.IsInMinorUnits(total.Amount, total.Currency), "What is divided is in minor units.");
        var whole = Sum(weights);
        var unit = Rounding.MinorUnit(total.Currency);
        var units = Math.Abs(total.Amount) / unit;

        var shares = new decimal[weights.Length];
        var left = units - Divide(units, weights, whole, shares);
        Invariant.Require(left >= 0m && left < shares.Length, "Fewer units are left over than there are shares.");
        foreach (var index in LargestRemainders.Of(weights, (int)left))
        {
            shares[index]++;
        }

        ToAmounts(shares, total.Amount < 0m ? -unit : unit);
        Residual.RequireZero(total.Amount, shares, "Shares add up to what was divided.");
        return shares;
    }

    private static decimal Sum(decimal[] weights)
    {
        var whole = 0m;
        foreach (var weight in weights)
        {
            Invariant.Require(weight >= 0m, "No weight is negative.");
            whole += weight;
        }

        Invariant.Require(whole > 0m, "At least one weight is positive.");
        return whole;
    }

    // Quotient and remainder of units * weight / whole for every weight, the remainder in its place; gives the sum of the quotients. One division
    // serves all of them: its product with a weight may miss the quotient by its last digits, the remainder is exact and puts it right.
    private static decimal Divide(decimal units, decimal[] weights, decimal whole, decimal[] quotients)
    {
        var unitsPerWeight = units / whole;
        var sum = 0m;
        for (var index = 0; index < quotients.Length; index++)
        {
            var weight = weights[index];
            var quotient = Rounding.WholeTowardsZero(unitsPerWeight * weight);
            var remainder = (units * weight) - (quotient * whole);
            for (; remainder < 0m; remainder += whole)
            {
                quotient--;
            }

            for (; remainder >= whole; remainder -= whole)
            {
                quotient++;
            }

            quotients[index] = quotient;
            weights[index] = remainder;
            sum += quotient;
        }

        return sum;
    }

    private static void ToAmounts(decimal[] units, decimal unit)
    {
        for (var index = 0; index < units.Length; index++)
        {
            units[index] *= unit;
        }
    }
}
