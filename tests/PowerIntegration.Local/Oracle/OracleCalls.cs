namespace PowerIntegration.Local.Oracle;

/// <summary>Counts the calls per method and path template. Safe to read while calls arrive.</summary>
public sealed class OracleCalls
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Method, string Template), int> counts = [];

    /// <summary>All counters, by template and method.</summary>
    public IReadOnlyList<OracleCall> All
    {
        get
        {
            lock (gate)
            {
                return
                [
                    .. counts
                        .Select(entry => new OracleCall(entry.Key.Method, entry.Key.Template, entry.Value))
                        .OrderBy(call => call.Template, System.StringComparer.Ordinal)
                        .ThenBy(call => call.Method, System.StringComparer.Ordinal),
                ];
            }
        }
    }

    /// <summary>Number of calls of one operation; 0 where there was none.</summary>
    /// <param name="method">HTTP method in upper case.</param>
    /// <param name="template">Path template as in <see cref="OracleCall.Template"/>.</param>
    public int Count(string method, string template)
    {
        lock (gate)
        {
            return counts.GetValueOrDefault((method, template));
        }
    }

    /// <summary>Number of calls of every kind.</summary>
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

    internal void Record(string method, string template)
    {
        lock (gate)
        {
            counts[(method, template)] = counts.GetValueOrDefault((method, template)) + 1;
        }
    }
}
