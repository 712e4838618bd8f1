using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>Records an action that does not run, with everything inside it.</summary>
internal static class Skipping
{
    private const string Code = "ActionSkipped";

    /// <summary>Skips.</summary>
    public static ActionResult Skip(RunContext context, ActionDefinition action, Frame frame, FlowError why)
    {
        var now = context.Services.Clock.GetUtcNow();
        var outcome = new ActionOutcome(ActionStatus.Skipped, Code, null, null, why);
        var result = new ActionResult(action.Name, outcome, now, now);
        History.Add(context, action, frame, result, context.Run.NextSequence());
        foreach (var inner in action.Branches.SelectMany(branch => branch))
        {
            Skip(context, inner, frame, why);
        }

        frame.Store(result);
        return result;
    }
}
