namespace PowerIntegration.Domain.Documents;

/// <summary>The versions of the configuration that a preparation used, as it names them: one line for each, with kind, key and hash.</summary>
public static class UsedVersions
{
    /// <summary>Kind of the commitment.</summary>
    public const string Commitment = "commitment";

    /// <summary>Kind of the project.</summary>
    public const string Project = "project";

    /// <summary>Kind of the Payables setup.</summary>
    public const string Payables = "payables";

    /// <summary>Kind of the vendor link.</summary>
    public const string Vendor = "vendor";

    /// <summary>Kind of the commitment's terms.</summary>
    public const string Terms = "terms";

    /// <summary>Kind of a mapping rule.</summary>
    public const string Mapping = "mapping";

    /// <summary>Kind of the ownership rule.</summary>
    public const string Ownership = "ownership";

    /// <summary>Kind of a rule of law.</summary>
    public const string Law = "law";

    // Enough to tell versions of one key apart, and short enough for many rules in one column.
    private const int HashLength = 16;

    /// <summary>One line.</summary>
    /// <param name="kind">Such as <see cref="Commitment"/>.</param>
    /// <param name="key">Key of the version's row.</param>
    /// <param name="hash">Hash of its content; null where the row has none.</param>
    public static string Line(string kind, string? key, string? hash) =>
        kind + " " + key + (string.IsNullOrEmpty(hash) ? "" : " " + hash!.Substring(0, Math.Min(HashLength, hash.Length)));

    /// <summary>The kinds of which a preparation used another version than the current one, in the order of the current ones.</summary>
    /// <param name="used">What the preparation names; a kind that it does not name is not compared.</param>
    /// <param name="current">One line for each current version.</param>
    public static IReadOnlyList<string> Changed(string? used, IEnumerable<string> current)
    {
        var lines = (used ?? "").Split('\n');
        return
        [
            .. current.Where(line => lines.Any(other => Kind(other) == Kind(line)) && !lines.Contains(line, StringComparer.Ordinal)).Select(Kind),
        ];
    }

    /// <summary>The keys of the versions that a preparation names, by their kind.</summary>
    /// <param name="used">What the preparation names.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> KeysByKind(string? used) =>
        (used ?? "")
            .Split('\n')
            .Select(line => line.Split(' '))
            .Where(parts => parts.Length > 1 && parts[1].Length > 0)
            .GroupBy(parts => parts[0], StringComparer.Ordinal)
            .ToDictionary(
                kind => kind.Key,
                kind => (IReadOnlyList<string>)[.. kind.Select(parts => parts[1]).Distinct(StringComparer.Ordinal)],
                StringComparer.Ordinal
            );

    private static string Kind(string line) => line.Split(' ')[0];
}
