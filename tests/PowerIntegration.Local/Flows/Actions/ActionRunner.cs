using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>Runs one action: finds what carries it out, measures its limit, stores and records its result.</summary>
internal static class ActionRunner
{
    /// <summary>Runs an action.</summary>
    /// <param name="context">The run.</param>
    /// <param name="action">The action.</param>
    /// <param name="frame">The loop pass it belongs to.</param>
    /// <param name="deadline">When the scopes around it must be done.</param>
    /// <param name="cancellationToken">Stops the whole run.</param>
    public static async Task<ActionResult> RunAsync(
        RunContext context,
        ActionDefinition action,
        Frame frame,
        DateTimeOffset? deadline,
        CancellationToken cancellationToken
    )
    {
        var clock = context.Services.Clock;
        var start = clock.GetUtcNow();
        var sequence = context.Run.NextSequence();
        context.CountAction();
        var end = Earlier(deadline, start + action.Header.Timeout);
        var call = new ActionCall(context, frame, end);
        ActionOutcome outcome;
        try
        {
            outcome = await ExecuteAsync(call, action, cancellationToken);
        }
        catch (ExpressionException failure)
        {
            outcome = ActionOutcome.Failure(
                null,
                new FlowError("InvalidTemplate", $"Unable to process template language expressions in action '{action.Name}': {failure.Message}")
            );
        }

        if (clock.GetUtcNow() > end && outcome.Status is ActionStatus.Succeeded or ActionStatus.Failed)
        {
            var limit = new FlowError("ActionTimedOut", $"The action '{action.Name}' took longer than its time limit allows.");
            outcome = outcome with { Status = ActionStatus.TimedOut, Code = limit.Code, Error = limit };
        }

        var result = new ActionResult(action.Name, outcome, start, clock.GetUtcNow());
        frame.Store(result);
        History.Add(context, action, frame, result, sequence);
        return result;
    }

    private static Task<ActionOutcome> ExecuteAsync(ActionCall call, ActionDefinition action, CancellationToken cancellationToken) =>
        action switch
        {
            ActionDefinition.Connector connector => ConnectorAction.RunAsync(call, connector, cancellationToken),
            ActionDefinition.Scope scope => BranchActions.RunScopeAsync(call, scope, cancellationToken),
            ActionDefinition.If condition => BranchActions.RunIfAsync(call, condition, cancellationToken),
            ActionDefinition.Switch choice => BranchActions.RunSwitchAsync(call, choice, cancellationToken),
            ActionDefinition.Foreach loop => LoopActions.RunForeachAsync(call, loop, cancellationToken),
            ActionDefinition.Until loop => LoopActions.RunUntilAsync(call, loop, cancellationToken),
            ActionDefinition.WaitFor wait => WaitActions.RunForAsync(call, wait, cancellationToken),
            ActionDefinition.WaitUntil wait => WaitActions.RunUntilAsync(call, wait, cancellationToken),
            ActionDefinition.Terminate terminate => Task.FromResult(TerminateAction.Run(call, terminate)),
            ActionDefinition.InitializeVariable variable => Task.FromResult(VariableActions.Initialize(call, variable)),
            ActionDefinition.ChangeVariable change => Task.FromResult(VariableActions.Change(call, change)),
            _ => Task.FromResult(DataActions.Run(call, action)),
        };

    private static DateTimeOffset? Earlier(DateTimeOffset? first, DateTimeOffset? second) =>
        first is null || second < first ? second ?? first : first;
}
