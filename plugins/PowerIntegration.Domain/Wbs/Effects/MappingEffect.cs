using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs.Coverage;

namespace PowerIntegration.Domain.Wbs.Effects;

/// <summary>What rules change when they become active: which documents go on, and which codes they take that no one looked at.</summary>
public static class MappingEffect
{
    private const int NamedMax = 3;

    /// <summary>The documents that wait because of a code and have a coding for every line once the rules are active.</summary>
    /// <param name="waiting">Documents that wait.</param>
    /// <param name="before">The mapping without the rules.</param>
    /// <param name="after">The mapping with them.</param>
    public static IReadOnlyList<WaitingCost> Freed(IEnumerable<WaitingCost> waiting, WbsMapping before, WbsMapping after) =>
        [.. waiting.Where(document => !IsCoded(document, before) && IsCoded(document, after))];

    /// <summary>Freed documents in one sentence; null where there are none.</summary>
    public static string? Words(IReadOnlyList<WaitingCost> freed)
    {
        if (freed.Count == 0)
        {
            return null;
        }

        var sums = freed
            .GroupBy(document => document.Currency, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => $"{Sentence.Amount(same.Sum(document => document.Amount ?? 0m))} {same.Key}".TrimEnd());
        var names = string.Join(", ", freed.Take(NamedMax).Select(document => document.Name)) + (freed.Count > NamedMax ? " and others" : "");
        var waits = freed.Count == 1 ? "waits" : "wait";
        return $"{Sentence.Count(freed.Count, "document")} over {string.Join(" and ", sums)} {waits} for it: {names}. Posted documents do not change.";
    }

    /// <summary>What a rule for every code takes that no other rule was made for; null where it takes no such code, or is no such rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="codes">The codes in use where it applies.</param>
    /// <param name="others">The other rules that apply there.</param>
    public static string? CatchAll(WbsMappingRule rule, IEnumerable<UsedCode> codes, MappingRules others)
    {
        if (!rule.IsCatchAll)
        {
            return null;
        }

        var taken = codes.Where(code => rule.Fits(code.Codes) && others.Fitting(code.Codes).All(other => other.IsCatchAll)).ToList();
        var names = string.Join(", ", taken.Take(NamedMax).Select(code => code.FlatCode)) + (taken.Count > NamedMax ? " and others" : "");
        return taken.Count == 0
            ? null
            : $"This rule takes every code. {Sentence.Count(taken.Count, "code")} with open work of "
                + $"{Sentence.Amount(taken.Sum(code => code.OpenAmount))} {(taken.Count == 1 ? "has" : "have")} no rule of "
                + $"{(taken.Count == 1 ? "its" : "their")} own: {names}. Add rules for codes that have another task.";
    }

    private static bool IsCoded(WaitingCost document, WbsMapping mapping) =>
        document.Codes.All(codes => CodeDecision.Of(codes, CodeUse.OfSupplierInvoices, mapping, document.Day).Fault is null);
}
