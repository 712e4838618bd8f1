using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Expressions.Evaluation;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>
/// A condition: either one expression, or an object such as <c>{"and":[{"equals":["@x","y"]}]}</c>. In the object form null compares like an
/// empty text, as the designer promises.
/// </summary>
internal static class Condition
{
    /// <summary>Evaluates a condition.</summary>
    /// <exception cref="ExpressionException">It is not true or false, or it names an unknown operator.</exception>
    public static bool Evaluate(ExpressionEvaluator evaluator, JsonNode? condition)
    {
        if (condition is not JsonObject operation)
        {
            var value = evaluator.EvaluateTemplate(condition);
            return Values.KindOf(value) == ValueKind.Boolean
                ? value!.GetValue<bool>()
                : throw new ExpressionException($"The condition gives {CompactJson.Write(value)} instead of true or false.");
        }

        if (operation.Count != 1)
        {
            throw new ExpressionException($"A condition must have one operator and has {operation.Count}.");
        }

        var (name, operands) = operation.First();
        return name.ToUpperInvariant() switch
        {
            "AND" => Operands(operands).All(operand => Evaluate(evaluator, operand)),
            "OR" => Operands(operands).Any(operand => Evaluate(evaluator, operand)),
            "NOT" => !Evaluate(evaluator, operands is JsonArray { Count: 1 } single ? single[0] : operands),
            "EQUALS" => Compare(evaluator, operands, ValueComparison.AreEqual),
            "GREATER" => Compare(evaluator, operands, (left, right) => ValueComparison.Compare(left, right) > 0),
            "GREATEROREQUALS" => Compare(evaluator, operands, (left, right) => ValueComparison.Compare(left, right) >= 0),
            "LESS" => Compare(evaluator, operands, (left, right) => ValueComparison.Compare(left, right) < 0),
            "LESSOREQUALS" => Compare(evaluator, operands, (left, right) => ValueComparison.Compare(left, right) <= 0),
            "CONTAINS" or "STARTSWITH" or "ENDSWITH" => Call(evaluator, name, operands),
            _ => throw new ExpressionException($"The condition operator '{name}' is not known."),
        };
    }

    private static bool Compare(ExpressionEvaluator evaluator, JsonNode? operands, System.Func<JsonNode?, JsonNode?, bool> compare)
    {
        var pair = Pair(operands);
        var left = evaluator.EvaluateTemplate(pair[0]);
        var right = evaluator.EvaluateTemplate(pair[1]);
        left = left is null && Values.KindOf(right) == ValueKind.Text ? JsonValue.Create(string.Empty) : left;
        right = right is null && Values.KindOf(left) == ValueKind.Text ? JsonValue.Create(string.Empty) : right;
        return compare(left, right);
    }

    private static bool Call(ExpressionEvaluator evaluator, string name, JsonNode? operands)
    {
        var literals = Pair(operands).Select(operand => (Expression)new Expression.Literal(evaluator.EvaluateTemplate(operand))).ToList();
        return evaluator.Evaluate(new Expression.Call(name, literals))!.GetValue<bool>();
    }

    private static JsonArray Pair(JsonNode? operands) =>
        Operands(operands) is { Count: 2 } pair ? pair : throw new ExpressionException("A comparison needs two operands.");

    private static JsonArray Operands(JsonNode? operands) =>
        operands as JsonArray ?? throw new ExpressionException("The operands of a condition must be a list.");
}
