using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>
/// Reads JSON into values of the language: a repeated key takes the last value and the last place, numbers with a fraction become decimals.
/// </summary>
public static class JsonText
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = true,
        MaxDepth = 128,
    };

    /// <summary>Reads a text.</summary>
    /// <exception cref="ExpressionException">The text is not JSON.</exception>
    public static JsonNode? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return FromElement(document.RootElement);
        }
        catch (JsonException failure)
        {
            throw new ExpressionException($"The text is not valid JSON: {failure.Message}", failure);
        }
    }

    /// <summary>Copies a node that came from elsewhere into values of the language.</summary>
    public static JsonNode? Normalize(JsonNode? node)
    {
        if (node is null)
        {
            return null;
        }

        return node switch
        {
            JsonObject source => NormalizeObject(source),
            JsonArray source => NormalizeArray(source),
            _ => Parse(node.ToJsonString()),
        };
    }

    private static JsonObject NormalizeObject(JsonObject source)
    {
        var result = new JsonObject();
        foreach (var (name, member) in source)
        {
            result[name] = Normalize(member);
        }

        return result;
    }

    private static JsonArray NormalizeArray(JsonArray source)
    {
        var result = new JsonArray();
        foreach (var element in source)
        {
            result.Add(Normalize(element));
        }

        return result;
    }

    private static JsonNode? FromElement(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => FromObject(element),
            JsonValueKind.Array => FromArray(element),
            JsonValueKind.String => JsonValue.Create(element.GetString()),
            JsonValueKind.True => JsonValue.Create(true),
            JsonValueKind.False => JsonValue.Create(false),
            JsonValueKind.Number => FromNumber(element.GetRawText()),
            _ => null,
        };

    private static JsonObject FromObject(JsonElement element)
    {
        var result = new JsonObject();
        foreach (var member in element.EnumerateObject())
        {
            result.Remove(member.Name);
            result.Add(member.Name, FromElement(member.Value));
        }

        return result;
    }

    private static JsonArray FromArray(JsonElement element)
    {
        var result = new JsonArray();
        foreach (var item in element.EnumerateArray())
        {
            result.Add(FromElement(item));
        }

        return result;
    }

    // A fraction on the wire is money as often as not, so it stays decimal; an exponent says that the writer meant a floating-point number.
    private static JsonValue FromNumber(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return JsonValue.Create(whole);
        }

        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact)
            ? JsonValue.Create(exact)
            : JsonValue.Create(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
    }
}
