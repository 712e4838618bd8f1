using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>How an action that holds actions ends.</summary>
internal static class ScopeOutcome
{
    /// <summary>The outcome.</summary>
    /// <param name="context">The run.</param>
    /// <param name="isTimedOut">Whether its time limit passed.</param>
    /// <param name="isFailed">Whether what it holds failed.</param>
    /// <param name="children">Results of its first-level actions.</param>
    public static ActionOutcome Of(RunContext context, bool isTimedOut, bool isFailed, IReadOnlyList<ActionResult> children)
    {
        if (context.End is { } end)
        {
            return new ActionOutcome(end.ScopeStatus, "RunEnded", null, null, end.Error) { Children = children };
        }

        if (isTimedOut)
        {
            var limit = new FlowError("ActionTimedOut", "The time limit passed before all actions ran.");
            return new ActionOutcome(ActionStatus.TimedOut, limit.Code, null, null, limit) { Children = children };
        }

        return (isFailed ? ActionOutcome.Failure(null, ActionOutcome.InnerFailure) : ActionOutcome.Success(null, null)) with
        {
            Children = children,
        };
    }
}
