namespace PowerIntegration.Domain.Wbs;

/// <summary>Custom segments as one text, such as <c>Area=N-1|Phase=2</c>: how a row keeps the values of a code, or the patterns of a rule.</summary>
/// <remarks>A bar, an equals sign or a percent sign within a name or a value is written as <c>%7C</c>, <c>%3D</c> or <c>%25</c>.</remarks>
public static class SegmentText
{
    private static readonly IReadOnlyList<KeyValuePair<string, string>> Nothing = [];

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text; null or empty for no segment.</param>
    /// <returns>The segments in their order; null where the text is not of this form, or names a segment twice.</returns>
    public static IReadOnlyList<KeyValuePair<string, string>>? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Nothing;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var segments = new List<KeyValuePair<string, string>>();
        foreach (var part in text!.Split('|'))
        {
            var end = part.IndexOf('=');
            var name = end > 0 ? Plain(part.Substring(0, end)).Trim() : "";
            if (name.Length == 0 || !names.Add(name))
            {
                return null;
            }

            segments.Add(new KeyValuePair<string, string>(name, Plain(part.Substring(end + 1)).Trim()));
        }

        return segments;
    }

    /// <summary>Writes segments in the order of their names; null where there are none.</summary>
    public static string? Write(IEnumerable<KeyValuePair<string, string>> segments)
    {
        var parts = segments
            .OrderBy(segment => segment.Key, StringComparer.Ordinal)
            .Select(segment => Written(segment.Key) + "=" + Written(segment.Value))
            .ToList();
        return parts.Count == 0 ? null : string.Join("|", parts);
    }

    private static string Written(string text) => text.Replace("%", "%25").Replace("|", "%7C").Replace("=", "%3D");

    private static string Plain(string text) => text.Replace("%3D", "=").Replace("%7C", "|").Replace("%25", "%");
}
