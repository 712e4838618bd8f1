using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Connectors;

/// <summary>What the service behind a connector answered.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Headers">Response headers, names without case.</param>
/// <param name="Body">Parsed JSON; a text for other text; null for an empty body.</param>
public sealed record ConnectorResponse(int StatusCode, IReadOnlyDictionary<string, string> Headers, JsonNode? Body)
{
    /// <summary>Whether the status is 200 to 299.</summary>
    public bool IsSuccess => StatusCode is >= 200 and <= 299;
}
