using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Connectors;

/// <summary>Checks values against the types of a connector definition and fills in what the designer hides.</summary>
internal sealed class ParameterCheck(SwaggerDocument document, SwaggerOperation operation, string apiName)
{
    /// <summary>The default of a parameter or property that the designer does not show; null when it has none.</summary>
    public static JsonNode? HiddenDefault(JsonObject schema) =>
        Values.TextOrNull(schema["x-ms-visibility"]) == "internal" ? Values.Copy(schema["default"]) : null;

    /// <summary>A value on the wire of path, query and header, where everything is text.</summary>
    /// <exception cref="ConnectorRefusalException">The value has another type or is not in the enum.</exception>
    public string Text(SwaggerParameter parameter, JsonNode value)
    {
        CheckEnum(parameter.Schema, value, parameter.Name);
        var type = Values.TextOrNull(parameter.Schema["type"]);
        return (type, Values.KindOf(value)) switch
        {
            ("string", ValueKind.Text or ValueKind.WholeNumber or ValueKind.DecimalNumber) => TextForm.Of(value),
            ("integer", ValueKind.WholeNumber) => TextForm.Of(value),
            ("number", ValueKind.WholeNumber or ValueKind.DecimalNumber or ValueKind.FloatNumber) => TextForm.Of(value),
            ("boolean", ValueKind.Boolean) => value.GetValue<bool>() ? "true" : "false",
            ("array", ValueKind.Array) when Values.TextOrNull(parameter.Schema["collectionFormat"]) is null or "csv" => string.Join(
                ',',
                ((JsonArray)value).Select(TextForm.Of)
            ),
            _ => throw Refusal($"takes '{parameter.Name}' as {type} and got {CompactJson.Write(value)}"),
        };
    }

    /// <summary>Checks a body value and completes its objects with hidden defaults.</summary>
    /// <param name="schema">Its schema.</param>
    /// <param name="value">The value; its objects are completed in place.</param>
    /// <param name="path">Where it is, such as <c>body/eventId</c>.</param>
    /// <exception cref="ConnectorRefusalException">A type is wrong, a required property is missing or a property is unknown.</exception>
    public void CheckBody(JsonNode? schema, JsonNode? value, string path)
    {
        var resolved = document.Resolve(schema);
        CheckEnum(resolved, value, path);
        var type = Values.TextOrNull(resolved["type"]) ?? (resolved.ContainsKey("properties") ? "object" : null);
        switch (type, Values.KindOf(value))
        {
            case ("object", ValueKind.Record):
                CheckObject(resolved, (JsonObject)value!, path);
                break;
            case ("array", ValueKind.Array):
                foreach (var element in (JsonArray)value!)
                {
                    CheckBody(resolved["items"], element, path);
                }

                break;
            case (null, _):
            case ("string", ValueKind.Text):
            case ("integer", ValueKind.WholeNumber):
            case ("number", ValueKind.WholeNumber or ValueKind.DecimalNumber or ValueKind.FloatNumber):
            case ("boolean", ValueKind.Boolean):
                break;
            default:
                throw Refusal($"takes '{path}' as {type} and got {CompactJson.Write(value)}");
        }
    }

    /// <summary>Refuses a flat key that the body does not have.</summary>
    public void CheckKey(SwaggerParameter body, string key)
    {
        var schema = body.Schema;
        foreach (var step in key.Split('/').Skip(1))
        {
            schema = document.Resolve(schema);
            if (schema["properties"] is not JsonObject properties)
            {
                return;
            }

            schema = properties[step] as JsonObject ?? throw Refusal($"has no parameter '{key}'");
        }
    }

    /// <summary>A refusal that names connector and operation.</summary>
    public ConnectorRefusalException Refusal(string what) => new($"The connector '{apiName}': the operation '{operation.OperationId}' {what}.");

    private void CheckObject(JsonObject schema, JsonObject value, string path)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(TextForm.Of).Where(name => value[name] is null))
        {
            value[name] = HiddenDefault(document.Resolve(properties[name])) ?? throw Refusal($"needs '{path}/{name}' and did not get it");
        }

        var allowsMore =
            properties.Count == 0 || schema["additionalProperties"] is JsonObject || schema["additionalProperties"]?.GetValue<bool>() == true;
        foreach (var (name, member) in value.ToList())
        {
            if (properties[name] is null && !allowsMore)
            {
                throw Refusal($"has no parameter '{path}/{name}'");
            }

            if (properties[name] is { } property && member is not null)
            {
                CheckBody(property, member, $"{path}/{name}");
            }
        }
    }

    private void CheckEnum(JsonObject schema, JsonNode? value, string name)
    {
        if (schema["enum"] is JsonArray allowed && !allowed.Any(candidate => ValueComparison.AreEqual(candidate, value)))
        {
            throw Refusal($"takes '{name}' as one of {CompactJson.Write(allowed)} and got {CompactJson.Write(value)}");
        }
    }
}
