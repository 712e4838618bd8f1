using System.Text.Json.Nodes;

namespace PowerIntegration.Packer.Sources;

/// <summary>One operation of the connector.</summary>
/// <param name="Path">Path template.</param>
/// <param name="Verb">HTTP verb, lower case.</param>
/// <param name="Node">The operation object.</param>
public sealed record ConnectorOperation(string Path, string Verb, JsonObject Node)
{
    /// <summary>Operation id, empty where it is missing.</summary>
    public string Id => (string?)Node["operationId"] ?? "";

    /// <summary>The parameters.</summary>
    public IEnumerable<JsonObject> Parameters => (Node["parameters"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>The responses by status.</summary>
    public JsonObject Responses => Node["responses"] as JsonObject ?? [];
}
