using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Explanation;

/// <summary>Rates, sums and limits as sentences about terms word them.</summary>
internal static class TermWords
{
    /// <summary>A fraction as <c>7.5%</c>.</summary>
    public static string Percent(decimal rate) => Sentence.Of($"{rate * 100m:0.########}%");

    /// <summary>A limit, such as <c>5% of the original contract sum</c>.</summary>
    public static string Limit(RetainageLimit limit, string? currency) =>
        limit.Base == LimitBase.Amount ? Amount(limit.Value, currency) : $"{Percent(limit.Value)} of {Sum(limit.Base == LimitBase.OriginalSum)}";

    /// <summary>An amount with its currency.</summary>
    public static string Amount(decimal amount, string? currency) => $"{Sentence.Amount(amount)} {currency}".TrimEnd();

    /// <summary>A contract sum.</summary>
    public static string Sum(bool isOriginal) => isOriginal ? "the original contract sum" : "the contract sum to date";
}
