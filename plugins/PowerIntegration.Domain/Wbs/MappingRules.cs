using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs;

/// <summary>
/// The active rules that apply to a project, arranged by their cost code so that finding the rules of a code takes as long with ten thousand rules
/// as with ten.
/// </summary>
public sealed class MappingRules
{
    private static readonly RuleMatch Nothing = new([]);

    private readonly List<WbsMappingRule> all;
    private readonly Dictionary<string, List<RankedRule>> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RankedRule>> byBeginning = new(StringComparer.Ordinal);
    private readonly List<RankedRule> anyCode = [];
    private readonly SortedSet<int> beginnings = [];
    private readonly MappingRules? company;

    /// <summary>Arranges rules.</summary>
    /// <param name="rules">The rules of a project, of its company, or both.</param>
    /// <param name="company">Rules of the company that are shared with other projects; null where <paramref name="rules"/> are all.</param>
    public MappingRules(IEnumerable<WbsMappingRule> rules, MappingRules? company = null)
    {
        all = [.. rules];
        this.company = company;
        foreach (var rule in all)
        {
            Place(rule.CostCode).Add(new RankedRule(rule, RuleRank.Of(rule)));
        }
    }

    /// <summary>No rules.</summary>
    public static MappingRules None { get; } = new([]);

    /// <summary>Every rule, those of the company last.</summary>
    public IEnumerable<WbsMappingRule> All => all.Concat(company?.All ?? []);

    /// <summary>The most specific rules that fit a code on a day.</summary>
    public RuleMatch On(SegmentCodes codes, CalendarDate day)
    {
        WbsMappingRule? best = null;
        List<WbsMappingRule>? several = null;
        var rank = -1L;
        foreach (var place in Places(codes))
        {
            foreach (var candidate in place)
            {
                if (candidate.Rank < rank || !candidate.Rule.IsValidOn(day) || !candidate.Rule.Fits(codes))
                {
                    continue;
                }

                if (candidate.Rank > rank)
                {
                    rank = candidate.Rank;
                    best = candidate.Rule;
                    several = null;
                }
                else
                {
                    several ??= [best!];
                    several.Add(candidate.Rule);
                }
            }
        }

        return best is null ? Nothing
            : several is null ? new RuleMatch([best])
            : new RuleMatch([.. several.OrderBy(rule => rule.Key, StringComparer.Ordinal)]);
    }

    /// <summary>Every rule that fits a code on some day.</summary>
    public IEnumerable<WbsMappingRule> Fitting(SegmentCodes codes) =>
        Places(codes).SelectMany(place => place).Select(candidate => candidate.Rule).Where(rule => rule.Fits(codes));

    // The places whose rules can fit the cost code, the more specific ones first, so that the others are mostly skipped by their rank.
    private IEnumerable<List<RankedRule>> Places(SegmentCodes codes)
    {
        var code = codes.CostCode ?? "";
        if (byCode.TryGetValue(code, out var exact))
        {
            yield return exact;
        }

        foreach (var length in beginnings.TakeWhile(length => length <= code.Length))
        {
            if (byBeginning.TryGetValue(code.Substring(0, length), out var beginning))
            {
                yield return beginning;
            }
        }

        if (anyCode.Count > 0)
        {
            yield return anyCode;
        }

        if (company is not null)
        {
            foreach (var place in company.Places(codes))
            {
                yield return place;
            }
        }
    }

    private List<RankedRule> Place(CodePattern costCode)
    {
        if (costCode.IsAny)
        {
            return anyCode;
        }

        if (costCode.IsPrefix)
        {
            beginnings.Add(costCode.Text.Length);
        }

        var places = costCode.IsPrefix ? byBeginning : byCode;
        if (!places.TryGetValue(costCode.Text, out var place))
        {
            places[costCode.Text] = place = [];
        }

        return place;
    }

    private readonly record struct RankedRule(WbsMappingRule Rule, long Rank);
}
