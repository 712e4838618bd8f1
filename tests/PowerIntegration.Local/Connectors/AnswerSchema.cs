using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Connectors;

/// <summary>
/// Rewrites what a definition says about a body as JSON Schema: references resolved, <c>x-nullable</c> as a type, the range of an integer
/// format as limits. An object has no other members than those that are defined, because a designer offers only those.
/// </summary>
/// <param name="document">The definition.</param>
internal sealed class AnswerSchema(SwaggerDocument document)
{
    private const int DepthMax = 32;

    private static readonly string[] Copied = ["required", "minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems"];

    private static readonly string[] Described = ["title", "description", "default", "example", "readOnly", "x-nullable"];

    /// <summary>From a schema of the definition.</summary>
    /// <exception cref="ConnectorRefusalException">It has a keyword or a format that is not implemented, or holds itself.</exception>
    public JsonObject FromSchema(JsonNode schema) => Rewritten(schema, 0);

    /// <summary>From an example, where the definition has no schema: the same members, each of the same type.</summary>
    /// <param name="example">The example.</param>
    /// <param name="status">The status of the response; a member <c>status</c> repeats it.</param>
    public static JsonObject FromExample(JsonNode? example, int status)
    {
        if (example is not JsonObject members)
        {
            return TypeOf(example);
        }

        var properties = new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)TypeOf(member.Value))));
        if (properties["status"] is JsonObject repeated)
        {
            repeated["enum"] = new JsonArray(status);
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. members.Select(member => (JsonNode?)member.Key)]),
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    private JsonObject Rewritten(JsonNode? schema, int depth)
    {
        var source = document.Resolve(schema);
        var result = new JsonObject();
        foreach (var (keyword, value) in source)
        {
            Add(
                result,
                keyword,
                value,
                depth < DepthMax ? depth + 1 : throw new ConnectorRefusalException("A schema of the definition holds itself.")
            );
        }

        if (source["properties"] is not null && source["additionalProperties"] is null)
        {
            result["additionalProperties"] = false;
        }

        if (source["x-nullable"]?.GetValue<bool>() == true)
        {
            result["type"] = new JsonArray(Values.Copy(source["type"]), "null");
            (result["enum"] as JsonArray)?.Add(null);
        }

        return result;
    }

    private void Add(JsonObject result, string keyword, JsonNode? value, int depth)
    {
        switch (keyword)
        {
            case "type" or "enum":
            case var _ when Copied.Contains(keyword):
                result[keyword] = Values.Copy(value);
                break;
            case "format":
                AddFormat(result, TextForm.Of(value));
                break;
            case "items":
                result[keyword] = Rewritten(value, depth);
                break;
            case "properties":
                result[keyword] = new JsonObject(
                    ((JsonObject)value!).Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Rewritten(property.Value, depth)))
                );
                break;
            case "additionalProperties":
                result[keyword] = value is JsonObject ? Rewritten(value, depth) : Values.Copy(value);
                break;
            case var _ when Described.Contains(keyword) || keyword.StartsWith("x-ms-", StringComparison.Ordinal):
                break;
            default:
                throw new ConnectorRefusalException(
                    $"Answers cannot be held to a schema with the keyword '{keyword}'; this runtime does not implement it."
                );
        }
    }

    private static void AddFormat(JsonObject result, string format)
    {
        switch (format)
        {
            case "int32":
                result["minimum"] = int.MinValue;
                result["maximum"] = int.MaxValue;
                break;
            case "int64" or "float" or "double":
                break;
            case "uuid" or "date" or "date-time" or "uri" or "email":
                result["format"] = format;
                break;
            default:
                throw new ConnectorRefusalException(
                    $"Answers cannot be held to a schema with the format '{format}'; this runtime does not implement it."
                );
        }
    }

    private static JsonObject TypeOf(JsonNode? value) =>
        Values.KindOf(value) switch
        {
            ValueKind.Text => new JsonObject { ["type"] = "string" },
            ValueKind.WholeNumber => new JsonObject { ["type"] = "integer" },
            ValueKind.DecimalNumber or ValueKind.FloatNumber => new JsonObject { ["type"] = "number" },
            ValueKind.Boolean => new JsonObject { ["type"] = "boolean" },
            ValueKind.Array => new JsonObject { ["type"] = "array" },
            ValueKind.Record => new JsonObject { ["type"] = "object" },
            _ => [],
        };
}
