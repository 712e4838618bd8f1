using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors;

/// <summary>Schemas keep to the rules for connectors: references that lead somewhere, labelled members, items for arrays, ids as texts.</summary>
internal static class ConnectorSchemaCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue)
    {
        ConnectorDefinition definition = catalogue.Definition;
        return
        [
            .. References(definition, definition.Swagger, "#"),
            .. (definition.Swagger["definitions"] as JsonObject ?? [])
                .Where(schema => schema.Value is JsonObject)
                .SelectMany(schema => Schema(schema.Key, (JsonObject)schema.Value!)),
        ];
    }

    private static IEnumerable<Finding> References(ConnectorDefinition definition, JsonNode? node, string path)
    {
        IEnumerable<Finding> Below(IEnumerable<JsonNode?> children) => children.SelectMany(child => References(definition, child, path));
        if (node is JsonArray array)
        {
            return Below(array);
        }

        if (node is not JsonObject value)
        {
            return [];
        }

        if (value["$ref"] is { } reference && (value.Count != 1 || definition.Resolve(value) is null))
        {
            return [Says(reference.ToString(), "The reference leads nowhere, or stands beside other members, which are ignored.")];
        }

        return Below(value.Select(member => member.Value));
    }

    private static IEnumerable<Finding> Schema(string name, JsonObject schema)
    {
        JsonObject members = schema["properties"] as JsonObject ?? [];
        string[] required = [.. (schema["required"] as JsonArray ?? []).Select(entry => entry!.ToString())];
        if (schema["required"] is JsonArray && required.Length == 0)
        {
            yield return Says(name, "The list required is empty. Remove it.");
        }

        foreach (string member in required.Where(member => !members.ContainsKey(member)))
        {
            yield return Says(name, $"The required member {member} is not among the properties.");
        }

        foreach (KeyValuePair<string, JsonNode?> member in members.Where(member => member.Value is JsonObject))
        {
            foreach (string sentence in Member(member.Key, (JsonObject)member.Value!))
            {
                yield return Says($"{name}/{member.Key}", sentence);
            }
        }
    }

    private static IEnumerable<string> Member(string name, JsonObject member)
    {
        if ((string?)member["x-ms-summary"] is not { Length: > 0 } || !((string?)member["description"] ?? "").EndsWith('.'))
        {
            yield return "A member has x-ms-summary and a description that ends with a full stop.";
        }

        if ((string?)member["type"] is not ("string" or "integer" or "number" or "boolean" or "array"))
        {
            yield return $"The type '{member["type"]}' is none of string, integer, number, boolean and array.";
        }

        if ((string?)member["type"] == "array" && member["items"] is null)
        {
            yield return "An array says what its items are.";
        }

        if (name.EndsWith("id", StringComparison.OrdinalIgnoreCase) && (string?)member["type"] != "string")
        {
            yield return "An id is a text; Procore's ids do not fit the numbers of every client.";
        }
    }

    private static Finding Says(string element, string sentence) => new(ConnectorDefinition.DefinitionFile, element, sentence);
}
