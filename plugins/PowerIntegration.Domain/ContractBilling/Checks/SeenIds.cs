namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>
/// Remembers the ids seen so far. Rising ids cannot repeat, and most lists rise; a set is kept only from the first id that does not rise.
/// </summary>
internal sealed class SeenIds(int capacity)
{
    private readonly List<string> rising = new(capacity);
    private HashSet<string>? seen;

    /// <summary>False where the id was seen before.</summary>
    public bool Add(string id)
    {
        if (seen is null && (rising.Count == 0 || IsBefore(rising[rising.Count - 1], id)))
        {
            rising.Add(id);
            return true;
        }

        seen ??= new HashSet<string>(rising, StringComparer.Ordinal);
        return seen.Add(id);
    }

    /// <summary>The order of ids. They are numbers written as text, so the shorter is the lower.</summary>
    public static bool IsBefore(string left, string right) =>
        left.Length == right.Length ? string.CompareOrdinal(left, right) < 0 : left.Length < right.Length;
}
