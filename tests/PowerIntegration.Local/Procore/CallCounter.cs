namespace PowerIntegration.Local.Procore;

/// <summary>Counts calls by operation.</summary>
public sealed class CallCounter
{
    private readonly object gate = new();
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Calls so far.</summary>
    public int Total
    {
        get
        {
            lock (gate)
            {
                return counts.Values.Sum();
            }
        }
    }

    /// <summary>Calls by operation, for example <c>GET /rest/v1.1/requisitions/{id}</c>.</summary>
    public IReadOnlyDictionary<string, int> Snapshot()
    {
        lock (gate)
        {
            return new SortedDictionary<string, int>(counts, StringComparer.Ordinal);
        }
    }

    /// <summary>Starts again from zero.</summary>
    public void Reset()
    {
        lock (gate)
        {
            counts.Clear();
        }
    }

    internal void Count(string operation)
    {
        lock (gate)
        {
            counts[operation] = counts.GetValueOrDefault(operation) + 1;
        }
    }
}
