using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>The part of JSON Schema that ParseJson uses; a keyword beyond it is refused by name.</summary>
internal static class JsonSchema
{
    private static readonly string[] Described =
    [
        "title",
        "description",
        "format",
        "default",
        "examples",
        "$schema",
        "x-ms-dynamically-added",
        "x-ms-content-hint",
    ];

    /// <summary>The first difference between a value and a schema; null when it fits.</summary>
    /// <exception cref="ExpressionException">The schema has an unknown keyword.</exception>
    public static string? FirstProblem(JsonNode? schema, JsonNode? value, string path = "#")
    {
        if (schema is not JsonObject keywords)
        {
            return null;
        }

        foreach (var (keyword, rule) in keywords)
        {
            var problem = keyword switch
            {
                "type" => TypeProblem(rule, value, path),
                "required" => RequiredProblem(rule, value, path),
                "properties" => PropertiesProblem(rule, value, path),
                "items" => ItemsProblem(rule, value, path),
                "enum" => rule is JsonArray allowed && !allowed.Any(candidate => ValueComparison.AreEqual(candidate, value))
                    ? $"{path} is not one of {CompactJson.Write(rule)}."
                    : null,
                _ when Described.Contains(keyword) => null,
                _ => throw new ExpressionException($"The schema keyword '{keyword}' at {path} is not implemented by this runtime."),
            };
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static string? TypeProblem(JsonNode? rule, JsonNode? value, string path)
    {
        var types = rule is JsonArray several ? [.. several.Select(TextForm.Of)] : new[] { TextForm.Of(rule) };
        return types.Any(type => Fits(type, value)) ? null : $"{path} is of type {Values.KindOf(value)} and must be {string.Join(" or ", types)}.";
    }

    private static bool Fits(string type, JsonNode? value) =>
        (type, Values.KindOf(value)) switch
        {
            ("null", ValueKind.Null) => true,
            ("boolean", ValueKind.Boolean) => true,
            ("integer", ValueKind.WholeNumber) => true,
            ("integer", ValueKind.DecimalNumber) => decimal.IsInteger(value!.GetValue<decimal>()),
            ("number", ValueKind.WholeNumber or ValueKind.FloatNumber or ValueKind.DecimalNumber) => true,
            ("string", ValueKind.Text) => true,
            ("array", ValueKind.Array) => true,
            ("object", ValueKind.Record) => true,
            ("any", _) => true,
            _ => false,
        };

    private static string? RequiredProblem(JsonNode? rule, JsonNode? value, string path) =>
        value is JsonObject members
        && rule is JsonArray names
        && names.Select(KeyOf).FirstOrDefault(name => !members.ContainsKey(name)) is { } missing
            ? $"{path} has no '{missing}'."
            : null;

    private static string? PropertiesProblem(JsonNode? rule, JsonNode? value, string path) =>
        value is JsonObject members && rule is JsonObject properties
            ? properties
                .Where(property => members.ContainsKey(Unescape(property.Key)))
                .Select(property => FirstProblem(property.Value, members[Unescape(property.Key)], $"{path}/{Unescape(property.Key)}"))
                .FirstOrDefault(problem => problem is not null)
            : null;

    private static string? ItemsProblem(JsonNode? rule, JsonNode? value, string path) =>
        value is JsonArray elements
            ? elements.Select((element, index) => FirstProblem(rule, element, $"{path}/{index}")).FirstOrDefault(problem => problem is not null)
            : null;

    private static string KeyOf(JsonNode? name) => Unescape(TextForm.Of(name));

    // A key that begins with an at sign is written with two, as every text of a flow.
    private static string Unescape(string key) => key.StartsWith("@@", StringComparison.Ordinal) ? key[1..] : key;
}
