using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Connectors;

/// <summary>A request that policies may still change.</summary>
internal sealed class RequestDraft
{
    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; set; }

    /// <summary>Scheme, host and whatever path stands before <see cref="Path"/>.</summary>
    public required string BaseAddress { get; set; }

    /// <summary>The path with its parameters filled in, with a leading slash.</summary>
    public required string Path { get; set; }

    /// <summary>Query parameters, not yet encoded.</summary>
    public Dictionary<string, string> Query { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Headers.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body; null for none.</summary>
    public JsonNode? Body { get; set; }

    /// <summary>The request as it leaves.</summary>
    public HttpRequestMessage ToMessage()
    {
        // The dollar of an OData option is legal in a query and some servers look for it undecoded.
        var query = string.Join(
            '&',
            Query.Select(pair => $"{Uri.EscapeDataString(pair.Key).Replace("%24", "$", StringComparison.Ordinal)}={Uri.EscapeDataString(pair.Value)}")
        );
        var address = BaseAddress.TrimEnd('/') + Path + (query.Length > 0 ? "?" + query : string.Empty);
        var message = new HttpRequestMessage(Method, new Uri(address));
        foreach (var (name, value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is not null)
        {
            message.Content = new StringContent(CompactJson.Write(Body), Encoding.UTF8, "application/json");
        }

        return message;
    }
}
