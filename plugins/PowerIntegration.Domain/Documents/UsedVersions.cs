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

    private static string Kind(string line) => line.Split(' ')[0];
}
