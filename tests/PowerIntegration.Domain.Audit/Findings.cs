namespace PowerIntegration.Domain.Audit;

/// <summary>Collects disagreements; figures that agree cost nothing.</summary>
internal sealed class Findings
{
    private readonly List<Disagreement> all = [];

    /// <summary>What was found, in the order in which it was found.</summary>
    public IReadOnlyList<Disagreement> All => all;

    /// <summary>Adds one.</summary>
    public void Add(Disagreement disagreement) => all.Add(disagreement);

    /// <summary>Compares an amount of the header.</summary>
    public void Compare(string figure, long auditor, decimal engine)
    {
        var expected = Cents.ToMajor(auditor);
        if (expected != engine)
        {
            all.Add(Disagreement.Of(figure, expected, engine));
        }
    }

    /// <summary>Compares a text of a line.</summary>
    public void Compare(string figure, string lineId, string? auditor, string? engine)
    {
        if (!string.Equals(auditor, engine, StringComparison.Ordinal))
        {
            all.Add(new Disagreement($"{figure} of {lineId}", auditor ?? "none", engine ?? "none"));
        }
    }

    /// <summary>Compares an amount of a line.</summary>
    public void Compare(string figure, string lineId, long auditor, decimal engine)
    {
        var expected = Cents.ToMajor(auditor);
        if (expected != engine)
        {
            all.Add(Disagreement.Of($"{figure} of {lineId}", expected, engine));
        }
    }
}
