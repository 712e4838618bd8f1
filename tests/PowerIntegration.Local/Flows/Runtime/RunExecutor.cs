using System.Text.Json.Nodes;
using PowerIntegration.Local.Flows.Actions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;

namespace PowerIntegration.Local.Flows.Runtime;

/// <summary>Carries out one run from its first action to its status.</summary>
internal static class RunExecutor
{
    /// <summary>A new run, not yet under way.</summary>
    public static FlowRun Create(FlowDefinition flow, JsonObject triggerOutputs, FlowServices services) =>
        new(services.Ids.NextGuid().ToString("N"), flow, triggerOutputs, services.Clock.GetUtcNow());

    /// <summary>Carries it out.</summary>
    public static async Task RunAsync(FlowRun run, FlowServices services, CancellationToken cancellationToken)
    {
        var context = new RunContext(run, services);
        var graph = new ActionGraph(context, run.Flow.Actions, Frame.Top(), deadline: null);
        await graph.RunAsync(cancellationToken);
        var end =
            context.End
            ?? (graph.IsFailed ? new RunContext.RunEnd(RunStatus.Failed, FirstError(run)) : new RunContext.RunEnd(RunStatus.Succeeded, null));
        run.Finish(end.Status, end.Error, services.Clock.GetUtcNow());
    }

    // The product says ActionFailed for the run; the first action that failed by itself is what a person looks for.
    private static FlowError FirstError(FlowRun run)
    {
        var failed = run.Actions.FirstOrDefault(action =>
            action.Status is ActionStatus.Failed or ActionStatus.TimedOut && action.Error != ActionOutcome.InnerFailure
        );
        return failed?.Error is { } error
            ? new FlowError("ActionFailed", $"The action '{failed.Name}' ended as {failed.Status} ({error.Code}): {error.Message}")
            : ActionOutcome.InnerFailure;
    }
}
