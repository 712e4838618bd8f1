using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>
/// Values are JSON nodes whose leaves are bool, long, double, decimal or string. They are never changed once made, and a node
/// that enters a container is cloned, so that values may be shared between actions and iterations.
/// </summary>
public static class Values
{
    /// <summary>The content type key of a value that carries bytes.</summary>
    public const string ContentTypeKey = "$content-type";

    /// <summary>The key of the base64 bytes of a value that carries bytes.</summary>
    public const string ContentKey = "$content";

    /// <summary>The type of a value.</summary>
    public static ValueKind KindOf(JsonNode? value) =>
        value switch
        {
            null => ValueKind.Null,
            JsonArray => ValueKind.Array,
            JsonObject => ValueKind.Record,
            JsonValue leaf when leaf.TryGetValue<string>(out _) => ValueKind.Text,
            JsonValue leaf when leaf.TryGetValue<bool>(out _) => ValueKind.Boolean,
            JsonValue leaf when leaf.TryGetValue<long>(out _) => ValueKind.WholeNumber,
            JsonValue leaf when leaf.TryGetValue<decimal>(out _) => ValueKind.DecimalNumber,
            JsonValue leaf when leaf.TryGetValue<double>(out _) => ValueKind.FloatNumber,
            _ => throw new ExpressionException(
                $"A value of type {value.GetType().Name} did not come through JsonText and has no type in the language."
            ),
        };

    /// <summary>Whether the value is one of the three kinds of number.</summary>
    public static bool IsNumber(JsonNode? value) => KindOf(value) is ValueKind.WholeNumber or ValueKind.FloatNumber or ValueKind.DecimalNumber;

    /// <summary>The text of a text value, else null.</summary>
    public static string? TextOrNull(JsonNode? value) => value is JsonValue leaf && leaf.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Whether the value carries bytes.</summary>
    public static bool IsContent(JsonNode? value) =>
        value is JsonObject content && TextOrNull(content[ContentTypeKey]) is not null && TextOrNull(content[ContentKey]) is not null;

    /// <summary>A value that carries bytes.</summary>
    /// <param name="contentType">The media type with its parameters.</param>
    /// <param name="base64">The bytes in base64, not checked.</param>
    public static JsonObject Content(string contentType, string base64) => new() { [ContentTypeKey] = contentType, [ContentKey] = base64 };

    /// <summary>A copy that may enter a container.</summary>
    public static JsonNode? Copy(JsonNode? value) => value?.DeepClone();

    /// <summary>
    /// The key under which an object holds a name: an exact match wins, else the first that differs only in case; null when there is none.
    /// </summary>
    public static string? FindKey(JsonObject target, string name)
    {
        if (target.ContainsKey(name))
        {
            return name;
        }

        foreach (var (key, _) in target)
        {
            if (string.Equals(key, name, System.StringComparison.OrdinalIgnoreCase))
            {
                return key;
            }
        }

        return null;
    }
}
