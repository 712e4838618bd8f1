using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Which segments a rule restricts, and how: rules of one shape are equally specific.</summary>
internal sealed class RuleShape : IEquatable<RuleShape>
{
    private const int Whole = int.MaxValue;

    // By segment: how many characters of a code it decides about.
    private readonly SortedDictionary<string, int> lengths = new(StringComparer.Ordinal);

    private RuleShape(WbsMappingRule rule)
    {
        foreach (var (name, pattern) in Segments(rule).Where(segment => !segment.Pattern.IsAny))
        {
            lengths[name] = pattern.IsExact ? Whole : pattern.Text.Length;
        }

        var beginnings = lengths.Values.Where(length => length != Whole).ToList();
        Rank = string.Create(CultureInfo.InvariantCulture, $"{lengths.Count - beginnings.Count} {beginnings.Count} {beginnings.Sum()}");
        Text = string.Join('\n', lengths.Select(segment => string.Create(CultureInfo.InvariantCulture, $"{segment.Key}\t{segment.Value}")));
    }

    /// <summary>Rules of different ranks are not equally specific.</summary>
    public string Rank { get; }

    /// <summary>The shape as a text.</summary>
    public string Text { get; }

    /// <summary>The shape of a rule.</summary>
    public static RuleShape Of(WbsMappingRule rule) => new(rule);

    /// <summary>
    /// The characters of a rule's codes about which a rule of another shape decides too: two rules take a code in common where these are the same.
    /// </summary>
    public string Shared(WbsMappingRule rule, RuleShape other)
    {
        var parts = Segments(rule)
            .Where(segment => lengths.ContainsKey(segment.Name) && other.lengths.ContainsKey(segment.Name))
            .OrderBy(segment => segment.Name, StringComparer.Ordinal)
            .Select(segment => Start(segment.Pattern.Text, Math.Min(lengths[segment.Name], other.lengths[segment.Name])));
        return string.Join('\n', parts);
    }

    public bool Equals(RuleShape? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as RuleShape);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    private static string Start(string text, int length) => text.Length <= length ? text : text[..length];

    // A custom segment may have any name; those of the columns begin with a line break, which no such name has.
    private static IEnumerable<(string Name, CodePattern Pattern)> Segments(WbsMappingRule rule) =>
        rule
            .Others.Select(other => (other.Key, other.Value))
            .Concat([("\ntask", rule.TaskSegment), ("\ncode", rule.CostCode), ("\ntype", rule.CostType), ("\nsub", rule.SubJob)]);
}
