using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Connectors;

/// <summary>Sends the requests of connectors and reads their answers.</summary>
internal static class ConnectorHttp
{
    private const string CorrelationHeader = "x-ms-client-tracking-id";

    /// <summary>Sends a request.</summary>
    public static async Task<ConnectorResponse> SendAsync(
        HttpClient http,
        HttpRequestMessage message,
        Func<CancellationToken, Task<string>>? token,
        string correlationId,
        CancellationToken cancellationToken
    )
    {
        message.Headers.TryAddWithoutValidation(CorrelationHeader, correlationId);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (token is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token(cancellationToken));
        }

        using var response = await http.SendAsync(message, cancellationToken);
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        return new ConnectorResponse((int)response.StatusCode, headers, await ReadAsync(response.Content, cancellationToken));
    }

    private static async Task<JsonNode?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var bytes = await content.ReadAsByteArrayAsync(cancellationToken);
        if (bytes.Length == 0)
        {
            return null;
        }

        var type = content.Headers.ContentType?.MediaType ?? string.Empty;
        if (type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            return JsonText.Parse(System.Text.Encoding.UTF8.GetString(bytes));
        }

        return type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            ? JsonValue.Create(System.Text.Encoding.UTF8.GetString(bytes))
            : Values.Content(type.Length > 0 ? type : "application/octet-stream", Convert.ToBase64String(bytes));
    }
}
