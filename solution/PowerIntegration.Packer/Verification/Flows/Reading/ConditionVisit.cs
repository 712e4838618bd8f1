using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Expressions;
using PowerIntegration.Packer.Verification.Flows.Typing;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>Checks a condition: one expression, or an object such as {"and": [{"equals": ["@x", "y"]}]}.</summary>
/// <param name="place">Where it is evaluated.</param>
internal sealed class ConditionVisit(ReadingPlace place)
{
    private static readonly string[] Groups = ["and", "or"];
    private static readonly string[] TextTests = ["contains", "startsWith", "endsWith"];
    private static readonly string[] Operators = [.. Groups, "not", .. ExpressionVisit.Comparisons, .. TextTests];

    /// <summary>What is wrong with a condition and the groups inside it.</summary>
    public IEnumerable<JsonFault> Find(JsonNode? condition, string where) =>
        condition is JsonObject group ? Operation(group, where) : Expression(condition, where);

    private IEnumerable<JsonFault> Expression(JsonNode? condition, string where)
    {
        ExpressionVisit visit = new(place);
        ValueShape shape = visit.Value(condition);
        bool isComputed = condition.Text() is { } text && Template.IsComputed(text);
        string[] kind =
            shape is ScalarShape { Kind: ScalarKind.Flag } || (isComputed && shape == ValueShape.Unknown)
                ? []
                : [$"The condition {condition.Show()} gives {shape.What}. Write one that gives true or false."];
        return visit.Faults.Concat(kind).Select(sentence => new JsonFault(where, sentence));
    }

    private IEnumerable<JsonFault> Operation(JsonObject group, string where)
    {
        if (group.Count != 1)
        {
            return [new JsonFault(where, $"A condition has one operator; this one has {group.Count}. Write one of {string.Join(", ", Operators)}.")];
        }

        (string name, JsonNode? operands) = group.First();
        string inside = $"{where}/{name}";
        return Operators.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) switch
        {
            null => [new JsonFault(inside, $"The operator '{name}' is unknown. Write one of {string.Join(", ", Operators)}.")],
            "not" => Find(operands is JsonArray { Count: 1 } single ? single[0] : operands, inside),
            "and" or "or" => Group(operands, inside),
            var known => Pair(known, operands, inside),
        };
    }

    private IEnumerable<JsonFault> Group(JsonNode? operands, string where) =>
        operands is JsonArray { Count: > 0 } list
            ? [.. list.SelectMany((operand, index) => Find(operand, $"{where}[{index}]")), .. Repeated(list, where)]
            : [new JsonFault(where, $"The operands are {operands.Show()}. Write a list of conditions.")];

    private static IEnumerable<JsonFault> Repeated(JsonArray operands, string where) =>
        operands
            .Select((operand, index) => (Operand: operand, Index: index))
            .Where(later => operands.Take(later.Index).Any(earlier => JsonNode.DeepEquals(earlier, later.Operand)))
            .Select(later => new JsonFault($"{where}[{later.Index}]", "The condition appears twice. Remove one."));

    private IEnumerable<JsonFault> Pair(string name, JsonNode? operands, string where)
    {
        if (operands is not JsonArray { Count: 2 } pair)
        {
            return [new JsonFault(where, $"The operands are {operands.Show()}. Write a list of two values.")];
        }

        ExpressionVisit visit = new(place);
        ValueShape[] shapes = [.. pair.Select(visit.Inside)];
        if (!EvaluatedValues.In(pair, "").Any(found => Template.IsComputed(found.Text.Text()!)))
        {
            return
            [
                new JsonFault(where, $"The operands are {operands.Show()}, and none is computed, so the answer is always the same. Compute one."),
            ];
        }

        if (ExpressionVisit.Comparisons.Contains(name))
        {
            visit.Compare(shapes[0], LiteralOf(pair[0]), shapes[1], LiteralOf(pair[1]));
        }

        return visit.Faults.Select(sentence => new JsonFault(where, sentence));
    }

    private static JsonNode? LiteralOf(JsonNode? operand) => operand.Text() is { } text && Template.IsComputed(text) ? null : operand;
}
