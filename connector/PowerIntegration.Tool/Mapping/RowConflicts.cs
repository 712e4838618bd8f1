using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>
/// Rules of one scope that would make a code ambiguous. Rules are arranged so that each is compared only with rules that are as specific and take one
/// of its codes: fifty thousand rows take seconds.
/// </summary>
internal sealed class RowConflicts
{
    private readonly ILookup<string, IGrouping<RuleShape, WbsMappingRule>> byRank;
    private readonly Dictionary<string, ILookup<string, WbsMappingRule>> arranged = new(StringComparer.Ordinal);

    /// <summary>Arranges rules.</summary>
    /// <param name="rules">The rules of the scope that will be active together.</param>
    public RowConflicts(IEnumerable<WbsMappingRule> rules) =>
        byRank = rules.GroupBy(RuleShape.Of).ToLookup(alike => alike.Key.Rank, StringComparer.Ordinal);

    /// <summary>The first conflict of a rule with another one; null where it has none.</summary>
    public string? Of(WbsMappingRule rule)
    {
        var own = RuleShape.Of(rule);
        foreach (var alike in byRank[own.Rank])
        {
            foreach (var other in Arranged(alike, own)[own.Shared(rule, alike.Key)])
            {
                if (!ReferenceEquals(rule, other) && RuleConflicts.Of([rule], [other]).FirstOrDefault() is { } refusal)
                {
                    return refusal.Sentence;
                }
            }
        }

        return null;
    }

    private ILookup<string, WbsMappingRule> Arranged(IGrouping<RuleShape, WbsMappingRule> alike, RuleShape other)
    {
        var pair = alike.Key.Text + "\n\n" + other.Text;
        if (!arranged.TryGetValue(pair, out var lookup))
        {
            arranged[pair] = lookup = alike.ToLookup(rule => alike.Key.Shared(rule, other), StringComparer.Ordinal);
        }

        return lookup;
    }
}
