using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Amounts;

/// <summary>What is left when parts are subtracted from their total. Every transformation ends with this check.</summary>
public static class Residual
{
    /// <summary>Total less parts; zero where they add up.</summary>
    /// <exception cref="InvariantBrokenException">Two currencies.</exception>
    public static Money Of(Money total, IEnumerable<Money> parts) => parts.Aggregate(total, (left, part) => left - part);

    /// <summary>Total less parts, all of one currency.</summary>
    public static decimal Of(decimal total, IEnumerable<decimal> parts) => parts.Aggregate(total, (left, part) => left - part);

    /// <summary>Requires that the parts add up.</summary>
    /// <exception cref="InvariantBrokenException">The residual is not zero.</exception>
    public static void RequireZero(Money total, IEnumerable<Money> parts, string sentence) => Invariant.Require(Of(total, parts).IsZero, sentence);

    /// <summary>Requires that the parts add up, all of one currency.</summary>
    /// <exception cref="InvariantBrokenException">The residual is not zero.</exception>
    public static void RequireZero(decimal total, IEnumerable<decimal> parts, string sentence) => Invariant.Require(Of(total, parts) == 0m, sentence);
}
