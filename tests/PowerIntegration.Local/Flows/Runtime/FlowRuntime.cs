using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;
using PowerIntegration.Local.Flows.Triggers;

namespace PowerIntegration.Local.Flows.Runtime;

/// <summary>
/// Runs cloud flows. Nothing starts by itself: triggers put deliveries into a queue, and whoever owns the clock calls
/// <see cref="RunDueAsync(CancellationToken)"/>.
/// </summary>
public sealed class FlowRuntime : IDisposable
{
    private readonly SemaphoreSlim pass = new(1, 1);
    private readonly FlowServices services;
    private readonly DeliveryPump pump;
    private readonly List<RecurrenceTimer> timers;
    private readonly List<IDisposable> subscriptions;

    /// <summary>Loads the flows of unpacked solutions and turns on those that are shipped on.</summary>
    /// <param name="solutionFolders">Unpacked solutions.</param>
    /// <param name="connectors">One for each connector that the flows use.</param>
    /// <param name="clock">Time and waits.</param>
    /// <param name="ids">Run ids and random choices.</param>
    /// <param name="settings">What can be chosen; null for the defaults.</param>
    /// <exception cref="FlowDefinitionException">A file holds something that this runtime does not support, or a flow cannot be bound.</exception>
    public FlowRuntime(
        IEnumerable<string> solutionFolders,
        IEnumerable<IConnector> connectors,
        TimeProvider clock,
        IIdSource ids,
        FlowRuntimeSettings? settings = null
    )
        : this(SolutionFlows.Load(solutionFolders), connectors, clock, ids, settings) { }

    /// <summary>Turns on those of the flows that are shipped on.</summary>
    public FlowRuntime(
        IReadOnlyList<FlowDefinition> flows,
        IEnumerable<IConnector> connectors,
        TimeProvider clock,
        IIdSource ids,
        FlowRuntimeSettings? settings = null
    )
    {
        var byName = connectors.ToDictionary(connector => connector.ApiName, StringComparer.OrdinalIgnoreCase);
        services = new FlowServices(byName, clock, ids, settings ?? new FlowRuntimeSettings());
        pump = new DeliveryPump(services, run => RunFinished?.Invoke(this, new FlowRunEventArgs(run)));
        Flows = flows;
        var on = flows.Where(flow => flow.IsOn).ToList();
        FlowBinding.Check(on, byName);
        var turnedOn = clock.GetUtcNow();
        timers =
        [
            .. on.Where(flow => flow.Trigger is TriggerDefinition.Recurring)
                .Select(flow => new RecurrenceTimer(flow, ((TriggerDefinition.Recurring)flow.Trigger).Recurrence, turnedOn)),
        ];
        subscriptions = [.. on.Where(flow => flow.Trigger is TriggerDefinition.Webhook).Select(Subscribe)];
    }

    /// <summary>A run has ended, whatever its status. Raised on the thread that ran it.</summary>
    public event EventHandler<FlowRunEventArgs>? RunFinished;

    /// <summary>All flows, also those that are off.</summary>
    public IReadOnlyList<FlowDefinition> Flows { get; }

    /// <summary>When the next recurrence fires; null when no flow has one.</summary>
    public DateTimeOffset? NextDue => timers.Count == 0 ? null : timers.Min(timer => timer.Due);

    /// <summary>Deliveries that wait for a pass.</summary>
    public int WaitingDeliveryCount => pump.WaitingCount;

    /// <summary>Deliveries that started no run because a trigger condition did not hold.</summary>
    public int RefusedDeliveryCount => pump.RefusedCount;

    /// <summary>All runs in the order in which they started.</summary>
    public IReadOnlyList<FlowRun> Runs => pump.Runs;

    /// <summary>Fires the recurrences that are due now and runs everything that waits, one run after the other, until nothing waits.</summary>
    /// <returns>How many runs ended.</returns>
    public Task<int> RunDueAsync(CancellationToken cancellationToken) => RunDueAsync(1, cancellationToken);

    /// <summary>The same with several runs at once; a trigger's own limit of concurrent runs still holds.</summary>
    /// <param name="degree">How many runs may be under way at once; at least 1.</param>
    /// <param name="cancellationToken">Stops the pass; runs under way are abandoned.</param>
    public async Task<int> RunDueAsync(int degree, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        await pass.WaitAsync(cancellationToken);
        try
        {
            FireRecurrences();
            return await pump.DrainAsync(degree, cancellationToken);
        }
        finally
        {
            pass.Release();
        }
    }

    /// <summary>Delivers the trigger payload of a run again, as a platform does that promises delivery at least once.</summary>
    public void Redeliver(FlowRun run) => pump.Add(new Delivery(run.Flow, (JsonObject)run.TriggerOutputs.DeepClone()));

    /// <summary>Starts a flow that has a request trigger.</summary>
    /// <param name="flowName">The flow's display name.</param>
    /// <param name="body">What the caller sends.</param>
    /// <exception cref="ArgumentException">No such flow is on, or it has another trigger.</exception>
    public void Start(string flowName, JsonObject body)
    {
        var flow =
            Flows.FirstOrDefault(candidate => candidate.IsOn && candidate.Name == flowName && candidate.Trigger is TriggerDefinition.Request)
            ?? throw new ArgumentException($"No flow '{flowName}' with a request trigger is on.", nameof(flowName));
        Deliver(flow, body);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        subscriptions.ForEach(subscription => subscription.Dispose());
        pass.Dispose();
    }

    private void Deliver(FlowDefinition flow, JsonObject body) =>
        pump.Add(new Delivery(flow, new JsonObject { ["headers"] = new JsonObject(), ["body"] = JsonText.Normalize(body) }));

    private IDisposable Subscribe(FlowDefinition flow)
    {
        var trigger = (TriggerDefinition.Webhook)flow.Trigger;
        var apiName = flow.Connections[trigger.ConnectionName].ApiName;
        if (services.Connectors[apiName] is not ITriggerConnector connector)
        {
            throw new FlowDefinitionException(
                $"{flow.File}: the connector '{apiName}' has no triggers here, and '{trigger.Name}' needs '{trigger.OperationId}'."
            );
        }

        var empty = new FlowRun(string.Empty, flow, [], services.Clock.GetUtcNow());
        var parameters = RunScope.Evaluator(new RunContext(empty, services), Frame.Top()).EvaluateTemplate(trigger.Parameters);
        return connector.Subscribe(trigger.OperationId, (JsonObject)parameters!, body => Deliver(flow, body));
    }

    private void FireRecurrences()
    {
        var now = services.Clock.GetUtcNow();
        foreach (var timer in timers.OrderBy(timer => timer.Due).ToList().Where(timer => timer.Fire(now)))
        {
            pump.Add(new Delivery(timer.Flow, []));
        }
    }
}
