using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Amounts;

/// <summary>Divides an amount to the cent, in time proportional to the number of shares.</summary>
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
    /// The same, as amounts in the currency of the total. It overwrites the weights: their array is large and is reused for the remainders.
    /// </summary>
    internal static decimal[] AmountsByWeight(Money total, decimal[] weights)
    {
        Invariant.Require(Rounding.IsInMinorUnits(total.Amount, total.Currency), "The amount to divide is in minor units.");
        var weightSum = Sum(weights);
        var unit = Rounding.MinorUnit(total.Currency);
        var units = Math.Abs(total.Amount) / unit;

        var shares = new decimal[weights.Length];
        var left = units - Divide(units, weights, weightSum, shares);
        Invariant.Require(left >= 0m && left < shares.Length, "Fewer units are left over than there are shares.");
        foreach (var index in LargestRemainders.Of(weights, (int)left))
        {
            shares[index]++;
        }

        ToAmounts(shares, total.Amount < 0m ? -unit : unit);
        Residual.RequireZero(total.Amount, shares, "The shares add up to the divided amount.");
        return shares;
    }

    private static decimal Sum(decimal[] weights)
    {
        var sum = 0m;
        foreach (var weight in weights)
        {
            Invariant.Require(weight >= 0m, "No weight is negative.");
            sum += weight;
        }

        Invariant.Require(sum > 0m, "At least one weight is positive.");
        return sum;
    }

    // Computes quotient and remainder of units * weight / sum for every weight, the remainder in place, and returns the sum of the quotients. One
    // division serves all weights: its product may miss a quotient by the last digits, and the exact remainder corrects it.
    private static decimal Divide(decimal units, decimal[] weights, decimal weightSum, decimal[] quotients)
    {
        var unitsPerWeight = units / weightSum;
        var sum = 0m;
        for (var index = 0; index < quotients.Length; index++)
        {
            var weight = weights[index];
            var quotient = Rounding.WholeTowardsZero(unitsPerWeight * weight);
            var remainder = (units * weight) - (quotient * weightSum);
            for (; remainder < 0m; remainder += weightSum)
            {
                quotient--;
            }

            for (; remainder >= weightSum; remainder -= weightSum)
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
