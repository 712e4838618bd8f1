namespace PowerIntegration.Architecture.Tests.Rules;

/// <summary>Folders that refer to each other, and where they do so in circles.</summary>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> references = new(StringComparer.Ordinal);

    /// <summary>Notes a reference; the first witness of it is kept.</summary>
    public void Add(string from, string to, string witness)
    {
        if (from == to)
        {
            return;
        }

        if (!references.TryGetValue(from, out var targets))
        {
            references[from] = targets = new SortedDictionary<string, string>(StringComparer.Ordinal);
        }

        targets.TryAdd(to, witness);
    }

    public int Count => references.Sum(from => from.Value.Count);

    /// <summary>The same graph with every folder taken as the one at the top that holds it.</summary>
    public FolderGraph AtTop()
    {
        var top = new FolderGraph();
        foreach (var (from, targets) in references)
        {
            foreach (var (to, witness) in targets)
            {
                top.Add(from.Split('/')[0], to.Split('/')[0], witness);
            }
        }

        return top;
    }

    /// <summary>Every reference that lies on a circle, as a sentence.</summary>
    public IReadOnlyList<string> Circles() =>
        [
            .. from source in references
            from target in source.Value
            where Reaches(target.Key, source.Key)
            select $"{source.Key} refers to {target.Key} ({target.Value}), which leads back.",
        ];

    private bool Reaches(string start, string end)
    {
        var seen = new HashSet<string> { start };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var folder))
        {
            if (folder == end)
            {
                return true;
            }

            foreach (var next in references.GetValueOrDefault(folder)?.Keys.Where(seen.Add) ?? [])
            {
                open.Enqueue(next);
            }
        }

        return false;
    }
}
