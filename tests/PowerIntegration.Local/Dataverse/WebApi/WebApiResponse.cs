using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>One answer of the Web API.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON body, or null.</param>
internal sealed record WebApiResponse(int Status, JsonNode? Body = null)
{
    /// <summary>Plain text instead of JSON.</summary>
    public string? Text { get; init; }

    public Dictionary<string, string> Headers { get; } = [];

    public WebApiResponse With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}
