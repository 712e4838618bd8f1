using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.House;

/// <summary>Members of schemas have a label and a sentence for the designer, and ids are texts.</summary>
internal static class SchemaTextCheck
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "array"];

    /// <summary>What is wrong with the connector of this product.</summary>
    public static IEnumerable<Finding> Find(ConnectorDefinition definition) =>
        definition
            .Swagger["definitions"]
            .Members()
            .SelectMany(schema => Schema(schema.Key, schema.Value))
            .Select(fault => new Finding(ConnectorDefinition.DefinitionFile, $"definitions/{fault.Place}", fault.Sentence));

    private static IEnumerable<(string Place, string Sentence)> Schema(string name, JsonNode? schema)
    {
        JsonObject members = schema.Member("properties").Members();
        if (schema.Member("type").Text() != "object" || members.Count == 0)
        {
            yield return (name, "A definition is an object that says its members. Write the type object and the properties.");
        }

        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            foreach (string sentence in Member(member.Key, member.Value))
            {
                yield return ($"{name}/properties/{member.Key}", sentence);
            }
        }
    }

    private static IEnumerable<string> Member(string name, JsonNode? member)
    {
        if (string.IsNullOrEmpty(member.Member("x-ms-summary").Text()) || member.Member("description").Text() is not [.., '.'])
        {
            yield return "A member has x-ms-summary and a description that ends with a full stop. Add what is missing.";
        }

        string? type = member.Member("type").Text();
        if (!Types.Contains(type))
        {
            yield return $"The type '{type}' is none of {string.Join(", ", Types)}. Write one of them; a flow cannot read what is nested deeper.";
        }

        if (type == "integer" && member.Member("format").Text() is null)
        {
            yield return "An integer says its format. Write int32.";
        }

        JsonNode? items = member.Member("items");
        if (type == "array" && items.Member("type").Text() is null && items.Member("$ref") is null)
        {
            yield return "The items of the array have no type. Write one.";
        }

        if (name.EndsWith("id", StringComparison.OrdinalIgnoreCase) && type != "string")
        {
            yield return "An id is a text; Procore's ids do not fit the numbers of every client. Write the type string.";
        }
    }
}
