using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Flows.Triggers;

namespace PowerIntegration.Local.Flows.Runtime;

/// <summary>Turns deliveries of triggers into runs and keeps the runs.</summary>
/// <param name="services">What every run uses.</param>
/// <param name="finished">Told of every run that ended.</param>
internal sealed class DeliveryPump(FlowServices services, Action<FlowRun> finished)
{
    private readonly object gate = new();
    private readonly DeliveryQueue queue = new();
    private readonly List<FlowRun> runs = [];
    private int refused;

    /// <summary>Deliveries that wait.</summary>
    public int WaitingCount => queue.Count;

    /// <summary>Deliveries that started no run.</summary>
    public int RefusedCount => refused;

    /// <summary>All runs in the order in which they started.</summary>
    public IReadOnlyList<FlowRun> Runs
    {
        get
        {
            lock (gate)
            {
                return [.. runs];
            }
        }
    }

    /// <summary>Adds a delivery; callable from any thread.</summary>
    public void Add(Delivery delivery) => queue.Add(delivery);

    /// <summary>Runs everything that waits, also what is delivered meanwhile.</summary>
    /// <param name="degree">How many runs may be under way at once.</param>
    /// <param name="cancellationToken">Stops; runs under way are abandoned.</param>
    /// <returns>How many runs ended.</returns>
    /// <exception cref="InvalidOperationException">Flows start each other without end.</exception>
    public async Task<int> DrainAsync(int degree, CancellationToken cancellationToken)
    {
        var active = new List<(FlowDefinition Flow, Task<int> Task)>();
        var ended = 0;
        while (true)
        {
            while (
                active.Count < degree
                && queue.Take(delivery => MayStart(delivery.Flow, active.Count(run => run.Flow == delivery.Flow))) is { } delivery
            )
            {
                active.Add((delivery.Flow, RunDeliveryAsync(delivery, cancellationToken)));
            }

            if (active.Count == 0)
            {
                return ended;
            }

            var done = await Task.WhenAny(active.Select(run => run.Task));
            active.RemoveAll(run => run.Task == done);
            ended += await done;
            if (ended >= services.Settings.MaximumRunsPerPass)
            {
                var latest = string.Join(", ", Runs.TakeLast(3).Select(run => run.FlowName).Distinct());
                throw new InvalidOperationException(
                    $"{ended} runs ended in one pass and more wait: flows start each other without end. Look at the triggers of {latest}."
                );
            }
        }
    }

    private static bool MayStart(FlowDefinition flow, int activeRuns) => activeRuns < (flow.Trigger.Header.ConcurrentRuns ?? int.MaxValue);

    private async Task<int> RunDeliveryAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        IReadOnlyList<JsonObject> starts;
        try
        {
            starts = TriggerGate.Open(delivery, services);
        }
        catch (ExpressionException failure)
        {
            var failed = Begin(delivery.Flow, delivery.Outputs);
            failed.Finish(
                RunStatus.Failed,
                new FlowError("InvalidTemplate", $"The trigger '{delivery.Flow.Trigger.Name}' failed: {failure.Message}"),
                services.Clock.GetUtcNow()
            );
            finished(failed);
            return 1;
        }

        Interlocked.Add(ref refused, starts.Count == 0 ? 1 : 0);
        foreach (var outputs in starts)
        {
            var run = Begin(delivery.Flow, outputs);
            await RunExecutor.RunAsync(run, services, cancellationToken);
            finished(run);
        }

        return starts.Count;
    }

    private FlowRun Begin(FlowDefinition flow, JsonObject outputs)
    {
        var run = RunExecutor.Create(flow, outputs, services);
        lock (gate)
        {
            runs.Add(run);
        }

        return run;
    }
}
