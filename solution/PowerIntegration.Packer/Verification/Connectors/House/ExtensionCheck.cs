using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.House;

/// <summary>The definition holds Microsoft's extensions and the one for null only, so a misspelt one does not pass as another vendor's.</summary>
internal static class ExtensionCheck
{
    private const string Nullable = "x-nullable";

    /// <summary>What is wrong with the connector of this product.</summary>
    public static IEnumerable<Finding> Find(ConnectorDefinition definition) =>
        Members(definition.Swagger, "")
            .Where(member => IsUnknown(member.Name))
            .Select(member => new Finding(
                ConnectorDefinition.DefinitionFile,
                member.Place,
                $"The extension '{member.Name}' is unknown. Correct the name or remove it."
            ));

    private static IEnumerable<(string Name, string Place)> Members(JsonNode? node, string place) =>
        [
            .. node.Members().SelectMany(member => Members(member.Value, Inside(place, member.Key)).Prepend((member.Key, Inside(place, member.Key)))),
            .. node.Items().SelectMany((item, index) => Members(item, $"{place}[{index}]")),
        ];

    private static string Inside(string place, string name) => place.Length == 0 ? name : $"{place}/{name}";

    private static bool IsUnknown(string name) =>
        name.StartsWith("x-", StringComparison.Ordinal) && !name.StartsWith("x-ms-", StringComparison.Ordinal) && name != Nullable;
}
