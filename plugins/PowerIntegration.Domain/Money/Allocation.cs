using System;
using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain;

/// <summary>Divides an amount without losing or making a cent.</summary>
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
        Invariant.Require(Rounding.IsInMinorUnits(total.Amount, total.Currency), "What is divided is in minor units.");
        Invariant.Require(weights.All(weight => weight >= 0m), "No weight is negative.");
        var whole = weights.Sum();
        Invariant.Require(whole > 0m, "At least one weight is positive.");

        var unit = Rounding.MinorUnit(total.Currency);
        var units = Math.Abs(total.Amount) / unit;
        var parts = weights.Select((weight, index) => Part.Of(index, units * weight, whole)).ToArray();
        var left = units - parts.Sum(part => part.Units);
        Invariant.Require(left >= 0m && left < parts.Length, "Fewer units are left over than there are shares.");
        foreach (var part in parts.OrderByDescending(part => part.Remainder).ThenBy(part => part.Index).Take((int)left))
        {
            part.Units++;
        }

        var sign = total.Amount < 0m ? -unit : unit;
        var shares = parts.Select(part => new Money(part.Units * sign, total.Currency)).ToArray();
        Residual.RequireZero(total, shares, "Shares add up to what was divided.");
        return shares;
    }

    private sealed class Part
    {
        public int Index { get; private set; }

        public decimal Units { get; set; }

        public decimal Remainder { get; private set; }

        // Quotient and remainder of product / whole. The quotient of decimals may be off in its last digit, the remainder is exact.
        public static Part Of(int index, decimal product, decimal whole)
        {
            var quotient = Rounding.WholeTowardsZero(product / whole);
            if (quotient * whole > product)
            {
                quotient--;
            }

            return new Part { Index = index, Units = quotient, Remainder = product - (quotient * whole) };
        }
    }
}
