using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>
/// Rules of one scope that would make a code ambiguous. Rules are compared only where they can meet: those that are exact in the same segments
/// have the same codes there, so that fifty thousand rows take seconds.
/// </summary>
/// <param name="rules">The rules of the scope that will be active together.</param>
internal sealed class RowConflicts(IReadOnlyList<WbsMappingRule> rules)
{
    private readonly List<IGrouping<string, WbsMappingRule>> shapes = [.. rules.GroupBy(Shape, StringComparer.Ordinal)];
    private readonly Dictionary<string, ILookup<string, WbsMappingRule>> arranged = new(StringComparer.Ordinal);

    /// <summary>The first conflict of a rule with another one; null where it has none.</summary>
    public string? Of(WbsMappingRule rule)
    {
        var own = Segments(rule);
        foreach (var shape in shapes)
        {
            var shared = Exact(shape.First()).Intersect(own.Where(one => one.Value.IsExact).Select(one => one.Key), StringComparer.Ordinal);
            var names = shared.Order(StringComparer.Ordinal).ToList();
            foreach (var other in Arranged(shape, names)[Values(own, names)])
            {
                if (!ReferenceEquals(rule, other) && RuleConflicts.Of([rule], [other]).FirstOrDefault() is { } refusal)
                {
                    return refusal.Sentence;
                }
            }
        }

        return null;
    }

    private ILookup<string, WbsMappingRule> Arranged(IGrouping<string, WbsMappingRule> shape, List<string> names)
    {
        var key = shape.Key + "\n" + string.Join('|', names);
        if (!arranged.TryGetValue(key, out var lookup))
        {
            arranged[key] = lookup = shape.ToLookup(rule => Values(Segments(rule), names), StringComparer.Ordinal);
        }

        return lookup;
    }

    private static string Values(Dictionary<string, CodePattern> segments, List<string> names) =>
        string.Join('\n', names.Select(name => segments[name].Text));

    private static string Shape(WbsMappingRule rule) => string.Join('|', Exact(rule).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Exact(WbsMappingRule rule) => Segments(rule).Where(one => one.Value.IsExact).Select(one => one.Key);

    // A custom segment may have any name; a line break is in none of the names of columns.
    private static Dictionary<string, CodePattern> Segments(WbsMappingRule rule)
    {
        var segments = new Dictionary<string, CodePattern>(StringComparer.Ordinal)
        {
            ["task\n"] = rule.TaskSegment,
            ["code\n"] = rule.CostCode,
            ["type\n"] = rule.CostType,
            ["sub\n"] = rule.SubJob,
        };
        foreach (var other in rule.Others)
        {
            segments[other.Key] = other.Value;
        }

        return segments;
    }
}
