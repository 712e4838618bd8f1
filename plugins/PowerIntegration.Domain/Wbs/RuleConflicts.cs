using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Wbs;

/// <summary>Two equally specific rules that fit one code on one day cannot both be active: the code would be ambiguous.</summary>
public static class RuleConflicts
{
    /// <summary>A refusal for each pair, with a code that both rules take.</summary>
    /// <param name="drafts">Rules that are to be activated together.</param>
    /// <param name="active">The active rules of the same project that stay active.</param>
    public static IEnumerable<Refusal> Of(IReadOnlyList<WbsMappingRule> drafts, IReadOnlyList<WbsMappingRule> active)
    {
        var byRank = drafts.Concat(active).Select((rule, place) => new Placed(rule, place)).ToLookup(placed => RuleRank.Of(placed.Rule));
        return drafts.SelectMany(
            (draft, place) =>
                byRank[RuleRank.Of(draft)].Where(other => other.Place > place && Meet(draft, other.Rule)).Select(other => Conflict(draft, other.Rule))
        );
    }

    // The same patterns are the same rule again, which the versions of the rule refuse.
    private static bool Meet(WbsMappingRule one, WbsMappingRule other)
    {
        var pairs = Pairs(one, other);
        return (one.ValidTo is not { } end || other.ValidFrom is not { } begin || begin <= end)
            && (other.ValidTo is not { } last || one.ValidFrom is not { } first || first <= last)
            && pairs.All(pair => pair.One.Meets(pair.Other))
            && pairs.Any(pair => pair.One != pair.Other);
    }

    private static Refusal Conflict(WbsMappingRule one, WbsMappingRule other)
    {
        var day = one.ValidFrom is { } first && (other.ValidFrom is not { } begin || begin <= first) ? first : other.ValidFrom;
        var both = Pairs(one, other)
            .Select(pair => new { pair.Segment, Pattern = pair.One.Narrower(pair.Other) })
            .Where(shared => !shared.Pattern.IsAny)
            .Select(shared => $"{shared.Segment} '{shared.Pattern}'");
        return new Refusal(
            WbsReasons.MappingConflict,
            $"Mapping rules {one.Key} and {other.Key} are equally specific, and both take codes with {string.Join(", ", both)}"
                + $"{(day is { } from ? $" from {from}" : "")}. Make one of them more specific, end it, or let it replace the other."
        );
    }

    private static List<PatternPair> Pairs(WbsMappingRule one, WbsMappingRule other) =>
        [
            new("cost code", one.CostCode, other.CostCode),
            new("cost type", one.CostType, other.CostType),
            new("sub job", one.SubJob, other.SubJob),
            new("task segment", one.TaskSegment, other.TaskSegment),
            .. one.Others.Keys.Union(other.Others.Keys, StringComparer.Ordinal).Select(name => new PatternPair(name, Of(one, name), Of(other, name))),
        ];

    private static CodePattern Of(WbsMappingRule rule, string segment) =>
        rule.Others.TryGetValue(segment, out var pattern) ? pattern : CodePattern.Any;

    private sealed record PatternPair(string Segment, CodePattern One, CodePattern Other);

    private sealed record Placed(WbsMappingRule Rule, int Place);
}
