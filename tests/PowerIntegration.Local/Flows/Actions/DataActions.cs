using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Running;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>Compose, Select, Query, Join and ParseJson.</summary>
internal static class DataActions
{
    /// <summary>Runs one of them.</summary>
    public static ActionOutcome Run(ActionCall call, ActionDefinition action) =>
        action switch
        {
            ActionDefinition.Compose compose => Compose(call, compose),
            ActionDefinition.Select select => Select(call, select),
            ActionDefinition.Query query => Query(call, query),
            ActionDefinition.Join join => Join(call, join),
            ActionDefinition.ParseJson parse => ParseJson(call, parse),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action.Header.Type, "No code carries out this type of action."),
        };

    private static ActionOutcome Compose(ActionCall call, ActionDefinition.Compose compose)
    {
        var value = call.Evaluate(compose.Inputs);
        return ActionOutcome.Success(value, value);
    }

    private static ActionOutcome Select(ActionCall call, ActionDefinition.Select select)
    {
        var from = List(call, select.From);
        var mapped = from.Select(item => Values.Copy(RunScope.Evaluator(call.Context, call.Frame.ForElement(item)).EvaluateTemplate(select.Map)));
        return ActionOutcome.Success(From(from), Body(new JsonArray([.. mapped])));
    }

    private static ActionOutcome Query(ActionCall call, ActionDefinition.Query query)
    {
        var from = List(call, query.From);
        var kept = from.Where(item => Condition.Evaluate(RunScope.Evaluator(call.Context, call.Frame.ForElement(item)), query.Where))
            .Select(Values.Copy);
        return ActionOutcome.Success(From(from), Body(new JsonArray([.. kept])));
    }

    private static ActionOutcome Join(ActionCall call, ActionDefinition.Join join)
    {
        var from = List(call, join.From);
        var text = string.Join(TextForm.Of(call.Evaluate(join.JoinWith)), from.Select(TextForm.Of));
        return ActionOutcome.Success(From(from), Body(JsonValue.Create(text)));
    }

    private static ActionOutcome ParseJson(ActionCall call, ActionDefinition.ParseJson parse)
    {
        var content = call.Evaluate(parse.Content);
        var value = Values.TextOrNull(content) is { } text ? JsonText.Parse(text) : content;
        var inputs = new JsonObject { ["content"] = Values.Copy(content), ["schema"] = Values.Copy(parse.Schema) };
        return JsonSchema.FirstProblem(parse.Schema, value) is { } problem
            ? ActionOutcome.Failure(inputs, new FlowError("ValidationFailed", $"The schema validation failed: {problem}"))
            : ActionOutcome.Success(inputs, Body(Values.Copy(value)));
    }

    private static JsonArray List(ActionCall call, JsonNode? template) =>
        call.Evaluate(template) is { } value ? value as JsonArray ?? throw NotAList(value) : throw NotAList(null);

    private static ExpressionException NotAList(JsonNode? value) => new($"The 'from' value is of type {Values.KindOf(value)} and must be a list.");

    private static JsonObject From(JsonArray from) => new() { ["from"] = Values.Copy(from) };

    private static JsonObject Body(JsonNode? body) => new() { ["body"] = body };
}
