using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Wbs;

/// <summary>
/// The values of a code's custom segments, by the name of the segment, without the one that carries the Oracle task. Segments without a value are
/// left out.
/// </summary>
public sealed class CustomSegments : IEquatable<CustomSegments>
{
    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);

    private CustomSegments() { }

    /// <summary>No custom segment has a value.</summary>
    public static CustomSegments None { get; } = new();

    /// <summary>The segments that have a value.</summary>
    /// <param name="segments">Values by segment; empty values are left out.</param>
    public static CustomSegments Of(IEnumerable<KeyValuePair<string, string>> segments)
    {
        var custom = new CustomSegments();
        foreach (var segment in segments.Where(segment => segment.Value.Length > 0))
        {
            custom.values[segment.Key] = segment.Value;
        }

        return custom.values.Count == 0 ? None : custom;
    }

    /// <summary>Names of the segments that have a value, in order.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>The segments that have a value, in the order of their names.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values => values;

    /// <summary>The value of a segment; null where it has none.</summary>
    public string? this[string segment] => values.TryGetValue(segment, out var value) ? value : null;

    /// <inheritdoc/>
    public bool Equals(CustomSegments? other) =>
        other is not null && (ReferenceEquals(this, other) || (values.Count == other.values.Count && values.SequenceEqual(other.values)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CustomSegments);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        values.Aggregate(0, (hash, segment) => unchecked((hash * 31) + StringComparer.Ordinal.GetHashCode(segment.Key + "=" + segment.Value)));

    /// <summary>The values for a sentence; empty where there are none.</summary>
    public override string ToString() => string.Join(", ", values.Select(segment => segment.Key + " " + Sentence.Quoted(segment.Value)));
}
