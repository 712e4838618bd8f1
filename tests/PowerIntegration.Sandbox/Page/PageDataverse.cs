using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Sandbox.Page;

/// <summary>Requests of the page to the Web API, with the token of the user before it.</summary>
/// <param name="client">Sends to the front application.</param>
/// <param name="root">Root of the front application, which is also Dataverse's audience.</param>
/// <param name="issuer">Signs the user's token.</param>
public sealed class PageDataverse(HttpClient client, string root, EntraIssuer issuer)
{
    /// <summary>Sends one request; the answer has the formatted values of choices and lookups.</summary>
    /// <param name="user">Whose token.</param>
    /// <param name="method">The method; a PATCH changes a row that exists.</param>
    /// <param name="path">What follows the root of the Web API.</param>
    /// <param name="body">The body, or null.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<HttpResponseMessage> SendAsync(
        SandboxUser user,
        HttpMethod method,
        string path,
        JsonObject? body,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(method, new Uri($"{root}/api/data/v9.2/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issuer.IssueToken(user, root));
        request.Headers.TryAddWithoutValidation("Prefer", "odata.include-annotations=\"OData.Community.Display.V1.FormattedValue\"");
        if (method == HttpMethod.Patch)
        {
            // Retry changes a row that exists; without If-Match a PATCH would make one.
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        }

        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return await client.SendAsync(request, cancellation);
    }

    /// <summary>The rows of an answer that holds a list.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IReadOnlyList<JsonObject>> RowsAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var page = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!;
        return [.. page["value"]!.AsArray().Select(row => row!.AsObject())];
    }

    /// <summary>The sentence of an answer that refuses.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<string> RefusalAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return JsonNode.Parse(text)?["error"]?["message"]?.ToString() ?? $"Dataverse answered {(int)response.StatusCode}.";
    }
}
