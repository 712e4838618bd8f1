using System.Text.Json.Nodes;
using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>One run of a flow and its history.</summary>
public sealed class FlowRun
{
    private readonly object gate = new();
    private readonly List<ActionRecord> records = [];
    private int startedActions;

    internal FlowRun(string id, FlowDefinition flow, JsonObject triggerOutputs, DateTimeOffset startTime)
    {
        Id = id;
        Flow = flow;
        TriggerOutputs = triggerOutputs;
        StartTime = startTime;
    }

    /// <summary>Its id; the connectors' correlation id.</summary>
    public string Id { get; }

    /// <summary>The flow.</summary>
    public FlowDefinition Flow { get; }

    /// <summary>The flow's display name.</summary>
    public string FlowName => Flow.Name;

    /// <summary>What the trigger gave; the row that changed is its <c>body</c>.</summary>
    public JsonObject TriggerOutputs { get; }

    /// <summary>Where it is.</summary>
    public RunStatus Status { get; private set; } = RunStatus.Running;

    /// <summary>Why it did not succeed.</summary>
    public FlowError? Error { get; private set; }

    /// <summary>When it started.</summary>
    public DateTimeOffset StartTime { get; }

    /// <summary>When it ended; null while it is under way.</summary>
    public DateTimeOffset? EndTime { get; private set; }

    /// <summary>Actions that ran, loops and repeats of loops included; skipped ones and the trigger are not counted.</summary>
    public int ExecutedActionCount
    {
        get
        {
            lock (gate)
            {
                return records.Count(record => record.Status != ActionStatus.Skipped);
            }
        }
    }

    /// <summary>Calls made to connectors, repeats included.</summary>
    public int ConnectorCallCount
    {
        get
        {
            lock (gate)
            {
                return records.Sum(record => record.Calls);
            }
        }
    }

    /// <summary>The history in the order in which actions started.</summary>
    public IReadOnlyList<ActionRecord> Actions
    {
        get
        {
            lock (gate)
            {
                return [.. records.OrderBy(record => record.Sequence)];
            }
        }
    }

    /// <summary>The last record of an action.</summary>
    /// <exception cref="InvalidOperationException">The action is not in the history.</exception>
    public ActionRecord Action(string name) => Actions.Last(record => string.Equals(record.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>One line that a person can read.</summary>
    public override string ToString() => Error is null ? $"{FlowName}: {Status}" : $"{FlowName}: {Status}, {Error.Code}: {Error.Message}";

    internal int NextSequence() => System.Threading.Interlocked.Increment(ref startedActions);

    internal void Add(ActionRecord record)
    {
        lock (gate)
        {
            records.Add(record);
        }
    }

    internal void Finish(RunStatus status, FlowError? error, DateTimeOffset endTime)
    {
        Status = status;
        Error = error;
        EndTime = endTime;
    }
}
