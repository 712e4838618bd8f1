namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>
/// Remembers the ids seen so far. Rising ids cannot repeat, and most lists rise; a dictionary is kept only from the first id that does not rise, or
/// that could be spelled in another way.
/// </summary>
internal sealed class SeenIds(int capacity)
{
    private readonly List<string> rising = new(capacity);
    private Dictionary<string, string>? seen;

    /// <summary>False where the id was seen before, in any spelling.</summary>
    public bool Add(string id)
    {
        if (seen is null && (rising.Count == 0 || IsBefore(rising[rising.Count - 1], id)) && LineIdKey.IsPlain(id))
        {
            rising.Add(id);
            return true;
        }

        var spellings = Spellings();
        var key = LineIdKey.Of(id);
        if (spellings.ContainsKey(key))
        {
            return false;
        }

        spellings.Add(key, id);
        return true;
    }

    /// <summary>How the id was spelled when it was seen; null where it was not.</summary>
    public string? SpellingOf(string id)
    {
        // Where every id is its own key, only the same id is the same line.
        if (seen is null && LineIdKey.IsPlain(id))
        {
            return rising.BinarySearch(id, Rising.Order) >= 0 ? id : null;
        }

        return Spellings().TryGetValue(LineIdKey.Of(id), out var spelling) ? spelling : null;
    }

    /// <summary>The order of ids. They are numbers written as text, so the shorter is the lower.</summary>
    public static bool IsBefore(string left, string right) => Rising.Order.Compare(left, right) < 0;

    private Dictionary<string, string> Spellings()
    {
        if (seen is null)
        {
            seen = new Dictionary<string, string>(rising.Count, StringComparer.Ordinal);
            foreach (var id in rising)
            {
                seen[id] = id;
            }
        }

        return seen;
    }

    private sealed class Rising : IComparer<string>
    {
        public static readonly Rising Order = new();

        public int Compare(string? left, string? right)
        {
            var shorter = left!.Length.CompareTo(right!.Length);
            return shorter == 0 ? string.CompareOrdinal(left, right) : shorter;
        }
    }
}
