using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Expressions;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>Whether a value of the file can be what its place expects.</summary>
internal static class ValueFit
{
    /// <summary>Why the value does not fit; null where it does, or where nothing is known of it.</summary>
    /// <param name="expected">What the place expects.</param>
    /// <param name="value">Literal or computed value.</param>
    /// <param name="place">Where it is evaluated.</param>
    public static string? Fault(ValueShape expected, JsonNode? value, ReadingPlace place)
    {
        if (value.Text() is { } text && Template.IsComputed(text))
        {
            ValueShape computed = new ExpressionVisit(place).Value(value);
            return Fits(expected, computed) ? null : $"The expression gives {computed.What}, and {expected.What} is expected. Give such a value.";
        }

        bool fits = expected switch
        {
            ScalarShape scalar => scalar.Holds(value),
            ListShape => value is null or JsonArray,
            MembersShape => value is null or JsonObject,
            _ => true,
        };
        return fits ? null : $"The value is {value.Show()}, and {expected.What} is expected. Write such a value.";
    }

    /// <summary>Why the value does not fit a place that may have to be filled; null where it does.</summary>
    /// <param name="expected">What the place expects.</param>
    /// <param name="value">Literal or computed value.</param>
    /// <param name="place">Where it is evaluated.</param>
    /// <param name="isRequired">True where nothing is not enough.</param>
    public static string? Required(ValueShape expected, JsonNode? value, ReadingPlace place, bool isRequired) =>
        isRequired && (value is null || value.Text() is "")
            ? $"The value is {value.Show()}, and one is required. Give {expected.What}."
            : Fault(expected, value, place);

    private static bool Fits(ValueShape expected, ValueShape computed) =>
        (expected, computed) switch
        {
            (ScalarShape one, ScalarShape other) => one.IsLike(other),
            (ScalarShape, ListShape or MembersShape or OutputsShape) => false,
            (ListShape, ScalarShape or MembersShape or OutputsShape) => false,
            (MembersShape, ScalarShape or ListShape) => false,
            _ => true,
        };
}
