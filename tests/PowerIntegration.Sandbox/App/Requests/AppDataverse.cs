using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Sandbox.App.Requests;

/// <summary>Requests of the app to the Web API, always with the token of one user and never around it.</summary>
/// <param name="client">Sends to the front application.</param>
/// <param name="root">Root of the front application, which is also Dataverse's audience.</param>
/// <param name="issuer">Signs the user's token.</param>
/// <param name="user">Whose token.</param>
internal sealed class AppDataverse(HttpClient client, string root, EntraIssuer issuer, SandboxUser user)
{
    /// <summary>Annotation with the text shown for a value.</summary>
    public const string Formatted = "@OData.Community.Display.V1.FormattedValue";

    /// <summary>Annotation with the table that a lookup points to.</summary>
    public const string LookupTable = "@Microsoft.Dynamics.CRM.lookuplogicalname";

    /// <summary>Reads a path below the root of the Web API.</summary>
    /// <param name="path">The path with its options, escaped.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<AppAnswer> GetAsync(string path, CancellationToken cancellation) => SendAsync(HttpMethod.Get, path, null, null, cancellation);

    /// <summary>Runs a query.</summary>
    /// <param name="set">Entity set of its table.</param>
    /// <param name="fetch">The query.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<AppAnswer> FetchAsync(string set, XElement fetch, CancellationToken cancellation) =>
        GetAsync($"{set}?fetchXml={Uri.EscapeDataString(fetch.ToString(SaveOptions.DisableFormatting))}", cancellation);

    /// <summary>Sends a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path with its options, escaped.</param>
    /// <param name="body">The body, or null.</param>
    /// <param name="version">Row version that the row must still have; null for any.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<AppAnswer> SendAsync(
        HttpMethod method,
        string path,
        JsonObject? body,
        string? version,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(method, new Uri($"{root}/api/data/v9.2/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issuer.IssueToken(user, root));
        request.Headers.TryAddWithoutValidation(
            "Prefer",
            "odata.include-annotations=\"OData.Community.Display.V1.FormattedValue,Microsoft.Dynamics.CRM.lookuplogicalname\""
        );
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        if (method == HttpMethod.Post && body is not null)
        {
            request.Headers.TryAddWithoutValidation("Prefer", "return=representation");
        }

        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return new AppAnswer((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : null);
    }
}
