namespace PowerIntegration.Domain.Refusals;

/// <summary>Collects every problem that was found; the first by precedence is the answer.</summary>
public sealed class RefusalList
{
    /// <summary>The most further sentences of the same code in the answer.</summary>
    public const int FurtherMax = 4;

    private readonly List<Refusal> found = [];

    /// <summary>True where nothing was found.</summary>
    public bool IsEmpty => found.Count == 0;

    /// <summary>All problems in the order in which they were found.</summary>
    public IReadOnlyList<Refusal> All => found;

    /// <summary>Adds a problem.</summary>
    public void Add(ReasonCode code, string sentence) => found.Add(new Refusal(code, sentence));

    /// <summary>Adds a problem of one input.</summary>
    public void Add(ReasonCode code, string sentence, InputPlace place) => found.Add(new Refusal(code, sentence) { Place = place });

    /// <summary>Adds a problem, unless it is null.</summary>
    public void Add(Refusal? refusal)
    {
        if (refusal is not null)
        {
            found.Add(refusal);
        }
    }

    /// <summary>Adds problems.</summary>
    public void Add(IEnumerable<Refusal> refusals) => found.AddRange(refusals);

    /// <summary>
    /// The first problem by precedence, with the sentences of the same code, so that one visit fixes them all. Null where none was found.
    /// </summary>
    public Refusal? First()
    {
        if (found.Count == 0)
        {
            return null;
        }

        var code = found.OrderBy(refusal => refusal.Code.Order).First().Code;
        var alike = found.Where(refusal => refusal.Code == code).ToList();
        var sentences = alike.Take(1 + FurtherMax).Select(refusal => refusal.Sentence);
        var rest = alike.Count - 1 - FurtherMax;
        var more = rest > 0 ? Sentence.Of($" And {rest} more of the same kind.") : "";
        return new Refusal(code, string.Join(" ", sentences) + more);
    }
}
