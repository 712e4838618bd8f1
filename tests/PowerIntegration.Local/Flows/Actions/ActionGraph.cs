using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>
/// Runs one list of actions by their runAfter. What can start together starts in the order of the file, in rounds, so that a run is the same
/// every time and parallel branches still wait for the network at once.
/// </summary>
internal sealed class ActionGraph(RunContext context, IReadOnlyList<ActionDefinition> actions, Frame frame, DateTimeOffset? deadline)
{
    private readonly Dictionary<string, ActionResult> results = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ActionDefinition> waiting = [.. actions];

    /// <summary>Whether every action has a result.</summary>
    public bool IsDone => waiting.Count == 0;

    /// <summary>Whether the deadline passed before all actions ran.</summary>
    public bool IsTimedOut { get; private set; }

    /// <summary>The results in the order of the file.</summary>
    public IReadOnlyList<ActionResult> Results => [.. actions.Select(action => results[action.Name])];

    /// <summary>Whether the last actions of the list failed.</summary>
    public bool IsFailed => LeafAnalysis.HasFailed(actions, results);

    /// <summary>Runs all rounds.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!IsDone)
        {
            await RunRoundAsync(cancellationToken);
        }
    }

    /// <summary>Runs every action whose predecessors are done, or skips it.</summary>
    public async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        IsTimedOut = IsTimedOut || context.Services.Clock.GetUtcNow() > deadline;
        if (context.End is not null || IsTimedOut)
        {
            var why = context.End is not null
                ? new FlowError("RunEnded", "The run ended before this action.")
                : new FlowError("ActionTimedOut", "The time limit around this action had passed.");
            Skip(waiting, why);
            return;
        }

        var ready = waiting.Where(action => action.Header.RunAfter.Keys.All(results.ContainsKey)).ToList();
        var runnable = ready.Where(MayRun).ToList();
        Skip(ready.Except(runnable), new FlowError("ActionDependencyFailed", "The runAfter condition of this action is not met."));
        var finished = await Task.WhenAll(runnable.Select(action => ActionRunner.RunAsync(context, action, frame, deadline, cancellationToken)));
        foreach (var result in finished)
        {
            results[result.Name] = result;
        }

        waiting.RemoveAll(action => results.ContainsKey(action.Name));
    }

    private bool MayRun(ActionDefinition action) =>
        action.Header.RunAfter.All(predecessor => predecessor.Value.Contains(results[predecessor.Key].Status));

    private void Skip(IEnumerable<ActionDefinition> skipped, FlowError why)
    {
        foreach (var action in skipped.ToList())
        {
            results[action.Name] = Skipping.Skip(context, action, frame, why);
        }

        waiting.RemoveAll(action => results.ContainsKey(action.Name));
    }
}
