using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.References;

/// <summary>One OpenAPI definition of a connector: of the repository form, or of a solution.</summary>
/// <param name="File">File, for findings.</param>
/// <param name="Swagger">Content.</param>
internal sealed record ConnectorDocument(string File, JsonObject Swagger)
{
    /// <summary>Every operation.</summary>
    public IReadOnlyList<ConnectorOperation> Operations { get; } = [.. ConnectorOperation.Of(Swagger)];

    /// <summary>
    /// The definition of the repository form and those of the solutions. The copy of the former in its solution is left out; another check
    /// compares it byte by byte.
    /// </summary>
    public static IEnumerable<ConnectorDocument> Of(Catalogue catalogue)
    {
        ConnectorDefinition origin = catalogue.Definition;
        ConnectorDocument[] own =
            origin.DefinitionBytes.Length == 0 ? [] : [new ConnectorDocument(ConnectorDefinition.DefinitionFile, origin.Swagger)];
        return own.Concat(
            catalogue
                .Solutions.SelectMany(ConnectorPackage.In)
                .Where(connector => !JsonNode.DeepEquals(connector.Swagger, origin.Swagger))
                .Select(connector => new ConnectorDocument(connector.DefinitionFile, connector.Swagger))
        );
    }

    /// <summary>The operation of this id, or null.</summary>
    public ConnectorOperation? Operation(string? id) => string.IsNullOrEmpty(id) ? null : Operations.FirstOrDefault(operation => operation.Id == id);

    /// <summary>Follows references.</summary>
    public JsonNode? Resolve(JsonNode? node) => ConnectorOperation.Resolve(Swagger, node);

    /// <summary>A finding in this file.</summary>
    public Finding Says(string element, string sentence) => new(File, element, sentence);
}
