using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>Which values a variable takes and what the changes of variables mean.</summary>
internal static class VariableTyping
{
    /// <summary>The value as the type holds it; null becomes the type's empty value.</summary>
    /// <exception cref="ExpressionException">The value has another type.</exception>
    public static JsonNode? Coerce(string name, VariableType type, JsonNode? value) =>
        (type, Values.KindOf(value)) switch
        {
            (_, ValueKind.Null) => EmptyOf(type),
            (VariableType.Text, ValueKind.Text) => value,
            (VariableType.WholeNumber, ValueKind.WholeNumber) => value,
            (VariableType.FloatNumber, ValueKind.WholeNumber or ValueKind.FloatNumber or ValueKind.DecimalNumber) => value,
            (VariableType.TrueOrFalse, ValueKind.Boolean) => value,
            (VariableType.List, ValueKind.Array) => value,
            (VariableType.Record, ValueKind.Record) => value,
            var (_, kind) => throw new ExpressionException(
                $"The variable '{name}' is of type {type} and cannot take {CompactJson.Write(value)} of type {kind}."
            ),
        };

    /// <summary>The value after a change.</summary>
    /// <exception cref="ExpressionException">The change does not fit the type.</exception>
    public static JsonNode? Change(string name, VariableType type, JsonNode? current, VariableChange change, JsonNode? value) =>
        (change, type) switch
        {
            (VariableChange.Set, _) => Coerce(name, type, value),
            (VariableChange.Increment, VariableType.WholeNumber or VariableType.FloatNumber) => Coerce(name, type, Compute(name, current, value, 1)),
            (VariableChange.Decrement, VariableType.WholeNumber or VariableType.FloatNumber) => Coerce(name, type, Compute(name, current, value, -1)),
            (VariableChange.AppendToText, VariableType.Text) => JsonValue.Create(TextForm.Of(current) + TextForm.Of(value)),
            (VariableChange.AppendToList, VariableType.List) when value is not (null or JsonArray) => Append((JsonArray)current!, value),
            (VariableChange.AppendToList, VariableType.List) => throw new ExpressionException(
                $"The variable '{name}' cannot take {CompactJson.Write(value)} as an element: null and lists are refused."
            ),
            _ => throw new ExpressionException($"The variable '{name}' is of type {type} and does not allow {change}."),
        };

    private static JsonNode Compute(string name, JsonNode? current, JsonNode? value, int sign)
    {
        var step = value ?? JsonValue.Create(1L);
        if (!Values.IsNumber(step))
        {
            throw new ExpressionException($"The variable '{name}' cannot change by {CompactJson.Write(value)}, which is not a number.");
        }

        try
        {
            return NumericPromotion.Apply(
                current!,
                step,
                (left, right) => checked(left + (sign * right)),
                (left, right) => left + (sign * right),
                (left, right) => left + (sign * right)
            );
        }
        catch (System.OverflowException failure)
        {
            throw new ExpressionException(
                $"The variable '{name}' leaves the range of its type when it changes by {CompactJson.Write(value)}.",
                failure
            );
        }
    }

    // A new list each time: an action that read the old one keeps what it read.
    private static JsonArray Append(JsonArray list, JsonNode element)
    {
        var longer = (JsonArray)list.DeepClone();
        longer.Add(Values.Copy(element));
        return longer;
    }

    private static JsonNode EmptyOf(VariableType type) =>
        type switch
        {
            VariableType.Text => string.Empty,
            VariableType.WholeNumber => 0L,
            VariableType.FloatNumber => 0d,
            VariableType.TrueOrFalse => false,
            VariableType.List => new JsonArray(),
            _ => new JsonObject(),
        };
}
