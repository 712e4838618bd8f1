using System.Collections.Concurrent;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Keeps the latest executions and counts requests by message.</summary>
internal sealed class ExecutionLog
{
    /// <summary>Executions kept; older ones are let go, their counts stay.</summary>
    private const int KeptMax = 2000;

    private readonly ConcurrentQueue<ExecutionRecord> kept = new();
    private readonly ConcurrentDictionary<string, RequestTally> tallies = new();

    public IReadOnlyList<ExecutionRecord> Latest => [.. kept];

    public IReadOnlyDictionary<string, RequestCount> Counts => tallies.ToDictionary(tally => tally.Key, tally => tally.Value.Count());

    public ExecutionRecord Begin(MessageCall call, PluginContext context, PluginTypeDefinition plugin)
    {
        var record = new ExecutionRecord(call.Message, plugin.TypeName, context.Stage, context.Depth);
        kept.Enqueue(record);
        tallies.GetOrAdd(call.Message, _ => new RequestTally()).Add(record);
        while (kept.Count > KeptMax && kept.TryDequeue(out _)) { }

        return record;
    }

    private sealed class RequestTally
    {
        private readonly object gate = new();
        private readonly List<ExecutionRecord> open = [];
        private int executions;
        private int requests;
        private int requestsMax;

        public void Add(ExecutionRecord record)
        {
            lock (gate)
            {
                Fold();
                open.Add(record);
            }
        }

        public RequestCount Count()
        {
            lock (gate)
            {
                Fold();
                return new RequestCount(executions, requests, requestsMax);
            }
        }

        // An execution counts once it has finished.
        private void Fold()
        {
            foreach (var record in open.Where(record => record.IsFinished))
            {
                var made = record.Requests.Count;
                executions++;
                requests += made;
                requestsMax = made > requestsMax ? made : requestsMax;
            }

            open.RemoveAll(record => record.IsFinished);
        }
    }
}
