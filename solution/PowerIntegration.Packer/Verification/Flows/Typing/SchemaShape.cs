using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows.Typing;

/// <summary>What a JSON schema says of a value.</summary>
internal static class SchemaShape
{
    // Schemas of lists may hold themselves without end; objects are asked for member by member.
    private const int DeepestLists = 20;

    /// <summary>Shape of a value that keeps to the schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="resolve">Follows references.</param>
    /// <param name="what">For a sentence.</param>
    public static ValueShape Of(JsonNode? schema, Func<JsonNode?, JsonNode?> resolve, string what) => Of(schema, resolve, what, 0);

    private static ValueShape Of(JsonNode? schema, Func<JsonNode?, JsonNode?> resolve, string what, int depth)
    {
        JsonNode? resolved = resolve(schema);
        return resolved.Member("type").Text() switch
        {
            "string" => new ScalarShape(KindOf(resolved.Member("format").Text()), Allowed(resolved)),
            "integer" => new ScalarShape(ScalarKind.Whole, Allowed(resolved)),
            "number" => new ScalarShape(ScalarKind.Number, Allowed(resolved)),
            "boolean" => ValueShape.Flag,
            "array" when depth < DeepestLists => new ListShape(Of(resolved.Member("items"), resolve, what, depth + 1)),
            "object" or null when IsClosed(resolved) => Members(resolved.Member("properties").Members(), resolve, what),
            _ => ValueShape.Unknown,
        };
    }

    private static bool IsClosed(JsonNode? schema) =>
        schema.Member("properties") is JsonObject { Count: > 0 } && schema.Member("additionalProperties") is null && schema.Member("allOf") is null;

    private static MembersShape Members(JsonObject properties, Func<JsonNode?, JsonNode?> resolve, string what) =>
        new(
            what,
            properties.Select(property => Unescaped(property.Key)),
            name =>
                properties.FirstOrDefault(property => Unescaped(property.Key).Equals(name, StringComparison.OrdinalIgnoreCase))
                    is { Key: not null } found
                    ? Of(found.Value, resolve, $"{what}/{found.Key}")
                    : null
        );

    // A name that begins with an at sign is written with two, or it would be an expression.
    private static string Unescaped(string name) => name.StartsWith("@@", StringComparison.Ordinal) ? name[1..] : name;

    private static ScalarKind KindOf(string? format) =>
        format switch
        {
            "uuid" => ScalarKind.Id,
            "date" => ScalarKind.Date,
            "date-time" => ScalarKind.Moment,
            _ => ScalarKind.Text,
        };

    private static List<string>? Allowed(JsonNode? schema) =>
        schema.Member("enum").Items() is { Count: > 0 } values ? [.. values.Select(value => value.Plain())] : null;
}
