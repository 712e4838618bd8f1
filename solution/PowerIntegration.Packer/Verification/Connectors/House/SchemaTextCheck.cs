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
        from schema in definition.Swagger["definitions"].Members()
        from member in schema.Value.Member("properties").Members()
        from sentence in Member(member.Key, member.Value)
        select new Finding(ConnectorDefinition.DefinitionFile, $"definitions/{schema.Key}/properties/{member.Key}", sentence);

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

        if (name.EndsWith("id", StringComparison.OrdinalIgnoreCase) && type != "string")
        {
            yield return "An id is a text; Procore's ids do not fit the numbers of every client. Write the type string.";
        }
    }
}
