using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>Requests to Dataverse as a person, over the Web API.</summary>
/// <param name="sandbox">The sandbox.</param>
internal sealed class DemoCalls(RunningSandbox sandbox)
{
    /// <summary>Rows of a query, read as a person.</summary>
    public async Task<IReadOnlyList<JsonObject>> RowsAsync(string user, string query, CancellationToken cancellation) =>
        [.. (await SendAsync(user, HttpMethod.Get, query, null, cancellation)).Body["value"]!.AsArray().Select(row => row!.AsObject())];

    /// <summary>Sends one request; gives the status, and the answer or the error.</summary>
    public async Task<(bool IsDone, JsonNode Body)> SendAsync(
        string user,
        HttpMethod method,
        string address,
        JsonObject? body,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(method, $"{sandbox.Root}/api/data/v9.2/{address}");
        request.Headers.TryAddWithoutValidation("Prefer", "odata.include-annotations=\"OData.Community.Display.V1.FormattedValue\"");
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.TokenFor(user, sandbox.Root));
        using var response = await sandbox.Client.SendAsync(request, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return (response.IsSuccessStatusCode, JsonNode.Parse(text.Length == 0 ? "{}" : text)!);
    }
}
