using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>
/// Checks JSON against the response schemas of an OpenAPI document. Every value may be null; a property the schema does not name is a finding.
/// </summary>
public sealed class OpenApiSchema(JsonNode document)
{
    private static readonly string[] Choices = ["oneOf", "anyOf"];

    public IReadOnlyList<string> Findings(string template, string method, string status, JsonNode body)
    {
        var schema = document["paths"]?[template]?[method]?["responses"]?[status]?["content"]?["application/json"]?["schema"];
        return schema is null ? [$"{method} {template} has no schema for {status}"] : [.. Check(schema, body, "$")];
    }

    private IEnumerable<string> Check(JsonNode schema, JsonNode? value, string place)
    {
        if (value is null)
        {
            return [];
        }

        if (schema["$ref"] is { } reference)
        {
            return Check(reference.ToString()[2..].Split('/').Aggregate(document, (node, part) => node[part]!), value, place);
        }

        if (schema["allOf"] is JsonArray all)
        {
            return all.SelectMany(part => Check(part!, value, place));
        }

        if (Choices.Select(name => schema[name]).OfType<JsonArray>().FirstOrDefault() is { } choices)
        {
            var attempts = choices.Select(choice => Check(choice!, value, place).ToList()).ToList();
            return attempts.Any(attempt => attempt.Count == 0) ? [] : attempts.MinBy(attempt => attempt.Count)!;
        }

        return schema["type"]?.ToString() switch
        {
            "array" => value is JsonArray array
                ? array.SelectMany((item, index) => Check(schema["items"]!, item, $"{place}[{index}]"))
                : [$"{place} is no array"],
            "object" => value is JsonObject row ? Properties(schema, row, place) : [$"{place} is no object"],
            null => schema["properties"] is null ? [] : Properties(schema, value as JsonObject ?? [], place),
            var type => Scalar(schema, type, value, place),
        };
    }

    private IEnumerable<string> Properties(JsonNode schema, JsonObject row, string place) =>
        schema["properties"] is not JsonObject properties
            ? []
            : row.SelectMany(field =>
                properties[field.Key] is { } property
                    ? Check(property, field.Value, $"{place}.{field.Key}")
                    : [$"{place}.{field.Key} is not documented"]
            );

    private static IEnumerable<string> Scalar(JsonNode schema, string type, JsonNode value, string place)
    {
        var kind = value.GetValueKind();
        var fits = type switch
        {
            "integer" => kind == JsonValueKind.Number
                && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "number" => kind == JsonValueKind.Number,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "string" => kind == JsonValueKind.String && FormatFits(schema["format"]?.ToString(), value.ToString()),
            _ => throw new NotSupportedException($"Schema type {type} is not built."),
        };
        if (!fits)
        {
            yield return $"{place}: {value.ToJsonString()} is no {type} {schema["format"]}";
        }

        if (schema["enum"] is JsonArray known && !known.Any(item => item?.ToString() == value.ToString()))
        {
            yield return $"{place}: {value.ToJsonString()} is none of {known.ToJsonString()}";
        }
    }

    private static bool FormatFits(string? format, string text) =>
        format switch
        {
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "float" => decimal.TryParse(text, CultureInfo.InvariantCulture, out _),
            _ => true,
        };
}
