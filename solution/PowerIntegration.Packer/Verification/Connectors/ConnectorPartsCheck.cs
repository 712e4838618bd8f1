using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors;

/// <summary>The connector's solution form repeats its repository form.</summary>
internal static class ConnectorPartsCheck
{
    private static readonly string[] JsonParts = ["openapidefinition", "connectionparameters", "policytemplateinstances"];

    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        catalogue.Solutions.SelectMany(solution =>
            solution.XmlIn("Connectors", ".xml").SelectMany(connector => Find(solution, connector, catalogue.Definition))
        );

    /// <summary>File in the unpacked folder that belongs to a path below /Connector/.</summary>
    public static string SourceFile(string path) => path.Replace("/Connector/", "Connectors/", StringComparison.Ordinal);

    private static IEnumerable<Finding> Find(UnpackedSolution solution, SourceElement connector, ConnectorDefinition definition)
    {
        string name = connector.Text("name");
        Finding[] missing =
        [
            .. JsonParts
                .Where(part => connector.Text(part) != $"/Connector/{name}_{part}.json" || !solution.Has(SourceFile(connector.Text(part))))
                .Select(part =>
                    connector.Says(part, $"The element must name /Connector/{name}_{part}.json, and the file must lie in the folder Connectors.")
                ),
        ];
        return missing.Length > 0 ? missing : [.. Names(connector, definition), .. Content(solution, connector, definition)];
    }

    private static IEnumerable<Finding> Names(SourceElement connector, ConnectorDefinition definition)
    {
        string name = connector.Text("name");
        if (!name.StartsWith(Publisher.Prefix + "_5F", StringComparison.Ordinal) || connector.File != $"Connectors/{name}.xml")
        {
            yield return connector.Says("name", $"The name begins with {Publisher.Prefix}_5F and is the name of the file.");
        }

        if (connector.Text("iconblob") != $"/Connector/{name}_iconblob.Png")
        {
            yield return connector.Says("iconblob", $"The element must name /Connector/{name}_iconblob.Png; the packer puts the icon there.");
        }

        if (connector.Text("displayname") != (string?)definition.Swagger["info"]?["title"])
        {
            yield return connector.Says("displayname", "The display name differs from the title in the definition.");
        }

        if (connector.Text("iconbrandcolor") != (string?)definition.Properties["properties"]?["iconBrandColor"])
        {
            yield return connector.Says("iconbrandcolor", $"The colour differs from iconBrandColor in {ConnectorDefinition.PropertiesFile}.");
        }
    }

    private static IEnumerable<Finding> Content(UnpackedSolution solution, SourceElement connector, ConnectorDefinition definition)
    {
        string file = SourceFile(connector.Text("openapidefinition"));
        if (!solution.Bytes(file).AsSpan().SequenceEqual(definition.DefinitionBytes))
        {
            yield return new Finding(
                file,
                "the file",
                $"It differs from connector/definition/{ConnectorDefinition.DefinitionFile}. Copy that file here; it is the origin."
            );
        }

        Dictionary<string, JsonNode?> parts = new()
        {
            ["connectionparameters"] = definition.Properties["properties"]?["connectionParameters"],
            ["policytemplateinstances"] = definition.Properties["properties"]?["policyTemplateInstances"],
        };
        foreach (
            string part in parts
                .Where(part => !JsonNode.DeepEquals(part.Value, solution.Json(SourceFile(connector.Text(part.Key)))))
                .Select(part => part.Key)
        )
        {
            yield return connector.Says(part, $"The file differs from the same part of {ConnectorDefinition.PropertiesFile}.");
        }
    }
}
