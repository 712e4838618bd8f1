using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Identity;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.Connectors;

/// <summary>The solution's copy of the connector, made from its repository form.</summary>
internal sealed class ConnectorFiles
{
    /// <summary>Folder below the root of the repository.</summary>
    public const string Folder = "solution/connector/Connectors";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ConnectorDefinition definition;

    /// <summary>Makes the copy of a definition.</summary>
    /// <exception cref="PackingRefusedException">The definition lacks something that the copy needs.</exception>
    public ConnectorFiles(ConnectorDefinition definition)
    {
        this.definition = definition;
        Refuse.Any(definition.Unreadable);
        Refuse.Any([.. Missing()]);
    }

    /// <summary>Name of the connector: the publisher's prefix and the title, encoded as exports encode them.</summary>
    public string Name =>
        $"{Publisher.Prefix}_5F"
        + Title.ToLowerInvariant().Replace("_", "_5F", StringComparison.Ordinal).Replace(" ", "-20", StringComparison.Ordinal);

    private string Title => (string?)definition.Swagger["info"]?["title"] ?? "";

    private string Description => (string?)definition.Swagger["info"]?["description"] ?? "";

    private JsonNode? Properties => definition.Properties["properties"];

    /// <summary>Id of the connector.</summary>
    public Guid IdIn(ComponentIds ids) => ids.Of("connector/" + Name);

    /// <summary>The files of the solution's copy: the connector's XML and the parts that it names.</summary>
    public IEnumerable<GeneratedFile> In(ComponentIds ids) =>
        [
            XmlFile.Of($"{Folder}/{Name}.xml", Connector(IdIn(ids))),
            new GeneratedFile($"{Folder}/{Name}_openapidefinition.json", definition.DefinitionBytes),
            Json("connectionparameters", Properties?["connectionParameters"]),
            Json("policytemplateinstances", Properties?["policyTemplateInstances"]),
        ];

    private IEnumerable<Finding> Missing()
    {
        if (Title.Length == 0 || !Description.Contains('.', StringComparison.Ordinal))
        {
            yield return new Finding(
                ConnectorDefinition.DefinitionFile,
                "info",
                "A title or a description that ends with a full stop is missing. Write both; the connector is named and described by them."
            );
        }

        foreach (
            string part in new[] { "connectionParameters", "policyTemplateInstances", "iconBrandColor" }.Where(part => Properties?[part] is null)
        )
        {
            yield return new Finding(
                ConnectorDefinition.PropertiesFile,
                "properties",
                $"{part} is missing. Write it; the solution's copy repeats it."
            );
        }
    }

    private XElement Connector(Guid id) =>
        new(
            "Connector",
            XmlFile.InstanceNamespace,
            new XElement("connectorid", id),
            // A list of connectors shows one sentence.
            new XElement("description", Description[..(Description.IndexOf('.', StringComparison.Ordinal) + 1)]),
            new XElement("displayname", Title),
            new XElement("iconbrandcolor", (string?)Properties?["iconBrandColor"]),
            new XElement("name", Name),
            new XElement("connectortype", 1),
            new XElement("openapidefinition", $"/Connector/{Name}_openapidefinition.json"),
            new XElement("connectionparameters", $"/Connector/{Name}_connectionparameters.json"),
            new XElement("policytemplateinstances", $"/Connector/{Name}_policytemplateinstances.json"),
            new XElement("iconblob", $"/Connector/{Name}_iconblob.Png")
        );

    private GeneratedFile Json(string part, JsonNode? content) =>
        new($"{Folder}/{Name}_{part}.json", [.. Encoding.UTF8.GetBytes(content!.ToJsonString(Indented)), (byte)'\n']);
}
