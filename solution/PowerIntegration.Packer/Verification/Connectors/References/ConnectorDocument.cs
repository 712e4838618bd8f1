using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.References;

/// <summary>One OpenAPI definition of a connector: of the repository form, or of a solution.</summary>
/// <param name="File">File, for findings.</param>
/// <param name="Content">Content, whatever it is.</param>
internal sealed record ConnectorDocument(string File, JsonNode? Content)
{
    /// <summary>The content as an object; empty where it is something else.</summary>
    public JsonObject Swagger { get; } = Content.Members();

    /// <summary>Operations of all paths.</summary>
    public IReadOnlyList<ConnectorOperation> Operations { get; } = [.. ConnectorOperation.Of(Content)];

    /// <summary>
    /// The definition of the repository form and those of the solutions. The copy of the former in its solution is left out; another check
    /// compares it byte by byte.
    /// </summary>
    public static IEnumerable<ConnectorDocument> Of(Catalogue catalogue)
    {
        ConnectorDocument[] own = catalogue.Definition.DefinitionBytes.Length == 0 ? [] : [Of(catalogue.Definition)];
        return own.Concat(
            catalogue
                .Solutions.SelectMany(ConnectorPackage.In)
                .Where(connector => connector.HasJson(connector.DefinitionFile))
                .Where(connector => !own.Any(document => JsonNode.DeepEquals(connector.Definition, document.Content)))
                .Select(Of)
        );
    }

    /// <summary>The definition of the repository form.</summary>
    public static ConnectorDocument Of(ConnectorDefinition definition) => new(ConnectorDefinition.DefinitionFile, definition.Swagger);

    /// <summary>The definition of a connector in its solution.</summary>
    public static ConnectorDocument Of(ConnectorPackage connector) => new(connector.DefinitionFile, connector.Definition);

    /// <summary>The operation of this id, or null.</summary>
    public ConnectorOperation? Operation(string? id) => string.IsNullOrEmpty(id) ? null : Operations.FirstOrDefault(operation => operation.Id == id);

    /// <summary>The object that a reference ($ref) leads to; any other value as it is.</summary>
    public JsonNode? Resolve(JsonNode? node) => ConnectorOperation.Resolve(Swagger, node);

    /// <summary>A finding in this file.</summary>
    public Finding Says(string element, string sentence) => new(File, element, sentence);
}
