using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Connectors.References;

/// <summary>The connector's solution form is complete, and repeats its repository form where there is one.</summary>
internal static class PartsCheck
{
    private static readonly string[] JsonParts = ["openapidefinition", "connectionparameters", "policytemplateinstances"];

    /// <summary>What is wrong in all solutions.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        catalogue.Solutions.SelectMany(solution =>
            ConnectorPackage.In(solution).SelectMany(connector => Find(connector, catalogue.Definition)).Concat(Alone(solution))
        );

    private static IEnumerable<Finding> Find(ConnectorPackage connector, ConnectorDefinition origin)
    {
        Finding[] missing = [.. JsonParts.Where(part => !IsThere(connector, part)).Select(part => Missing(connector, part))];
        Finding[] layout = [.. ShapeCheck.Find(connector.Root, ConnectorShape.Root, connector.Solution.IsOwn), .. missing];
        return layout.Length > 0
            ? layout
            : [.. connector.Solution.IsOwn ? Names(connector) : [], .. origin.DefinitionBytes.Length == 0 ? [] : Same(connector, origin)];
    }

    private static bool IsThere(ConnectorPackage connector, string part) =>
        connector.Root.Text(part) == $"/Connector/{connector.Name}_{part}.json" && connector.HasJson(connector.FileOf(part));

    private static Finding Missing(ConnectorPackage connector, string part) =>
        connector.Root.Says(part, $"The element must name /Connector/{connector.Name}_{part}.json, and the file must lie in the folder Connectors.");

    private static IEnumerable<Finding> Names(ConnectorPackage connector)
    {
        string name = connector.Name;
        if (!name.StartsWith(Publisher.Prefix + "_5F", StringComparison.Ordinal) || connector.Root.File != $"Connectors/{name}.xml")
        {
            yield return connector.Root.Says("name", $"The name begins with {Publisher.Prefix}_5F and is the name of the file. Correct one of them.");
        }

        if (connector.Root.Text("iconblob") != $"/Connector/{name}_iconblob.Png")
        {
            yield return connector.Root.Says("iconblob", $"The element must name /Connector/{name}_iconblob.Png; the packer puts the icon there.");
        }
    }

    private static IEnumerable<Finding> Same(ConnectorPackage connector, ConnectorDefinition origin)
    {
        JsonNode? properties = origin.Properties["properties"];
        if (connector.Root.Text("displayname") != origin.Swagger["info"].Member("title").Text())
        {
            yield return connector.Root.Says("displayname", "The display name differs from the title in the definition. Make them the same.");
        }

        if (connector.Root.Text("iconbrandcolor") != properties.Member("iconBrandColor").Text())
        {
            yield return connector.Root.Says(
                "iconbrandcolor",
                $"The color differs from iconBrandColor in {ConnectorDefinition.PropertiesFile}. Make them the same."
            );
        }

        if (!connector.Solution.Bytes(connector.DefinitionFile).AsSpan().SequenceEqual(origin.DefinitionBytes))
        {
            yield return new Finding(
                connector.DefinitionFile,
                "the file",
                $"It differs from connector/definition/{ConnectorDefinition.DefinitionFile}. Copy that file here; it is the origin."
            );
        }

        foreach (string part in Differing(connector, properties))
        {
            yield return connector.Root.Says(
                part,
                $"The file differs from the same part of {ConnectorDefinition.PropertiesFile}. Copy that part here; it is the origin."
            );
        }
    }

    private static IEnumerable<string> Differing(ConnectorPackage connector, JsonNode? properties)
    {
        Dictionary<string, JsonNode?> parts = new()
        {
            ["connectionparameters"] = properties.Member("connectionParameters"),
            ["policytemplateinstances"] = properties.Member("policyTemplateInstances"),
        };
        return parts.Where(part => !JsonNode.DeepEquals(part.Value, connector.Solution.Json(connector.FileOf(part.Key)))).Select(part => part.Key);
    }

    private static IEnumerable<Finding> Alone(UnpackedSolution solution)
    {
        string[] named = [.. ConnectorPackage.In(solution).SelectMany(connector => JsonParts.Select(connector.FileOf))];
        return solution
            .FilesIn("Connectors", ".json")
            .Except(named)
            .Select(file => new Finding(file, "the file", "No connector names this file, so import would ignore it. Name it or remove it."));
    }
}
