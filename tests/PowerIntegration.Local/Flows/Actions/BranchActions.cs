using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>Scope, If and Switch.</summary>
internal static class BranchActions
{
    private static readonly FlowError NotTaken = new("ActionBranchingConditionNotSatisfied", "The branch of this action was not taken.");

    /// <summary>Runs a scope.</summary>
    public static Task<ActionOutcome> RunScopeAsync(ActionCall call, ActionDefinition.Scope scope, CancellationToken cancellationToken) =>
        RunAsync(call, scope.Actions, null, null, cancellationToken);

    /// <summary>Runs one of two branches.</summary>
    public static async Task<ActionOutcome> RunIfAsync(ActionCall call, ActionDefinition.If action, CancellationToken cancellationToken)
    {
        var isTrue = Condition.Evaluate(call.Evaluator, action.Expression);
        SkipAll(call, isTrue ? action.Else : action.Actions);
        return await RunAsync(call, isTrue ? action.Actions : action.Else, new JsonObject { ["expressionResult"] = isTrue }, null, cancellationToken);
    }

    /// <summary>Runs the case that equals, else the default.</summary>
    public static async Task<ActionOutcome> RunSwitchAsync(ActionCall call, ActionDefinition.Switch action, CancellationToken cancellationToken)
    {
        var value = call.Evaluate(action.Expression);
        var chosen = action.Cases.FirstOrDefault(@case => ValueComparison.AreEqual(@case.Value, value));
        foreach (var @case in action.Cases.Where(@case => @case != chosen))
        {
            SkipAll(call, @case.Actions);
        }

        if (chosen is not null)
        {
            SkipAll(call, action.Default);
        }

        return await RunAsync(
            call,
            chosen?.Actions ?? action.Default,
            new JsonObject { ["expressionResult"] = Values.Copy(value) },
            value,
            cancellationToken
        );
    }

    private static async Task<ActionOutcome> RunAsync(
        ActionCall call,
        IReadOnlyList<ActionDefinition> actions,
        JsonObject? outputs,
        JsonNode? inputs,
        CancellationToken cancellationToken
    )
    {
        var graph = new ActionGraph(call.Context, actions, call.Frame, call.Deadline);
        await graph.RunAsync(cancellationToken);
        return ScopeOutcome.Of(call.Context, graph.IsTimedOut, graph.IsFailed, graph.Results) with { Inputs = inputs, Outputs = outputs };
    }

    private static void SkipAll(ActionCall call, IReadOnlyList<ActionDefinition> actions)
    {
        foreach (var action in actions)
        {
            Skipping.Skip(call.Context, action, call.Frame, NotTaken);
        }
    }
}
