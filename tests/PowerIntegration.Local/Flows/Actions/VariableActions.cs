using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>The actions on variables.</summary>
internal static class VariableActions
{
    /// <summary>Makes a variable.</summary>
    public static ActionOutcome Initialize(ActionCall call, ActionDefinition.InitializeVariable action)
    {
        var value = call.Context.Variables.Initialize(action.Variable, action.VariableType, call.Evaluate(action.Value));
        return ActionOutcome.Success(Described(action.Variable, value), null);
    }

    /// <summary>Changes a variable.</summary>
    public static ActionOutcome Change(ActionCall call, ActionDefinition.ChangeVariable action)
    {
        var value = call.Evaluate(action.Value);
        var changed = call.Context.Variables.Change(action.Variable, action.Change, value);
        return ActionOutcome.Success(Described(action.Variable, value), new JsonObject { ["body"] = Described(action.Variable, changed) });
    }

    private static JsonObject Described(string name, JsonNode? value) => new() { ["name"] = name, ["value"] = Values.Copy(value) };
}
