using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>Ends the run.</summary>
internal static class TerminateAction
{
    /// <summary>Ends it; the action itself succeeds.</summary>
    public static ActionOutcome Run(ActionCall call, ActionDefinition.Terminate action)
    {
        var error = call.Evaluate(action.RunError) as JsonObject;
        RunStatus status = action.RunStatus switch
        {
            ActionStatus.Succeeded => RunStatus.Succeeded,
            ActionStatus.Cancelled => RunStatus.Cancelled,
            _ => RunStatus.Failed,
        };
        call.Context.EndWith(status, error is null ? null : new FlowError(TextForm.Of(error["code"]), TextForm.Of(error["message"])));
        return ActionOutcome.Success(new JsonObject { ["runStatus"] = status.ToString(), ["runError"] = Values.Copy(error) }, null);
    }
}
