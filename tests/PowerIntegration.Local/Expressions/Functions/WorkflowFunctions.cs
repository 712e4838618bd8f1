using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Functions over the run: trigger, actions, variables, loops.</summary>
internal static class WorkflowFunctions
{
    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        table.Add("parameters", 1, 1, arguments => arguments.Scope.Parameter(arguments.Text(0)));
        table.Add("variables", 1, 1, arguments => arguments.Scope.Variable(arguments.Text(0)));
        table.Add("workflow", 0, 0, arguments => arguments.Scope.Workflow());
        table.Add("trigger", 0, 0, arguments => arguments.Scope.Trigger());
        table.Add("triggerOutputs", 0, 0, arguments => arguments.Scope.TriggerOutputs());
        table.Add("triggerBody", 0, 0, arguments => Body(arguments.Scope.TriggerOutputs()));
        table.Add("actions", 1, 1, arguments => arguments.Scope.Action(arguments.Text(0)));
        table.Add("outputs", 1, 1, arguments => arguments.Scope.ActionOutputs(arguments.Text(0)));
        table.Add("actionOutputs", 1, 1, arguments => arguments.Scope.ActionOutputs(arguments.Text(0)));
        table.Add("body", 1, 1, arguments => Body(arguments.Scope.ActionOutputs(arguments.Text(0))));
        table.Add("actionBody", 1, 1, arguments => Body(arguments.Scope.ActionOutputs(arguments.Text(0))));
        table.Add("result", 1, 1, arguments => arguments.Scope.Results(arguments.Text(0)));
        table.Add("item", 0, 0, arguments => arguments.Scope.Item(null));
        table.Add("items", 1, 1, arguments => arguments.Scope.Item(arguments.Text(0)));
        table.Add("iterationIndexes", 1, 1, arguments => arguments.Scope.IterationIndex(arguments.Text(0)));
    }

    private static JsonNode? Body(JsonNode? outputs) =>
        outputs is JsonObject members && Values.FindKey(members, "body") is { } key ? members[key] : null;
}
