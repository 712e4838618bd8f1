using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Amounts;

/// <summary>What is left when parts are taken from their whole. Every transformation ends by asking for it.</summary>
public static class Residual
{
    /// <summary>Whole less parts; zero where nothing was lost or made.</summary>
    /// <exception cref="InvariantBrokenException">Two currencies.</exception>
    public static Money Of(Money whole, IEnumerable<Money> parts) => parts.Aggregate(whole, (left, part) => left - part);

    /// <summary>Whole less parts, all of one currency.</summary>
    public static decimal Of(decimal whole, IEnumerable<decimal> parts) => parts.Aggregate(whole, (left, part) => left - part);

    /// <summary>Requires that nothing was lost or made.</summary>
    /// <exception cref="InvariantBrokenException">The residual is not zero.</exception>
    public static void RequireZero(Money whole, IEnumerable<Money> parts, string sentence) => Invariant.Require(Of(whole, parts).IsZero, sentence);

    /// <summary>Requires that nothing was lost or made, all of one currency.</summary>
    /// <exception cref="InvariantBrokenException">The residual is not zero.</exception>
    public static void RequireZero(decimal whole, IEnumerable<decimal> parts, string sentence) => Invariant.Require(Of(whole, parts) == 0m, sentence);
}
