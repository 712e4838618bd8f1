using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>Sends what an attempt consists of, over HTTP as anyone else does.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="cancellation">Ends the wait.</param>
internal sealed class AttackSender(RunningSandbox sandbox, CancellationToken cancellation)
{
    private const string SessionCookie = "sandbox-session=";

    /// <summary>A request to Dataverse's Web API.</summary>
    public Task<AttackAnswer> DataverseAsync(string? token, HttpMethod method, string path, JsonObject? body = null, string? ifMatch = null) =>
        SendAsync($"{sandbox.Root}/api/data/v9.2/{path}", token, method, Json(body), ifMatch is null ? null : ("If-Match", ifMatch));

    /// <summary>A request to the gateway, through the front application as the connector's.</summary>
    public Task<AttackAnswer> GatewayAsync(string? token, HttpMethod method, string path, JsonObject? body = null) =>
        SendAsync($"{sandbox.Root}/gateway/api/v1/{path}", token, method, Json(body), null);

    /// <summary>A form that is posted to the page.</summary>
    /// <param name="path">Path without the first slash.</param>
    /// <param name="session">Value of the session's cookie; null for none.</param>
    /// <param name="fields">The form.</param>
    public Task<AttackAnswer> PageAsync(string path, string? session, params (string Name, string Value)[] fields) =>
        SendAsync(
            $"{sandbox.Root}/{path}",
            null,
            HttpMethod.Post,
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
            session is null ? null : ("Cookie", SessionCookie + session)
        );

    /// <summary>Signs in to the page; gives the session, or null where the user cannot be chosen.</summary>
    public async Task<string?> SignInAsync(string user)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{sandbox.Root}/sign-in")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("user", user)]),
        };
        using var response = await sandbox.Client.SendAsync(request, cancellation);
        var cookie = response.Headers.TryGetValues("Set-Cookie", out var cookies)
            ? cookies.FirstOrDefault(one => one.StartsWith(SessionCookie, StringComparison.Ordinal))
            : null;
        return cookie?[SessionCookie.Length..cookie.IndexOf(';', StringComparison.Ordinal)];
    }

    private static StringContent? Json(JsonObject? body) =>
        body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");

    private async Task<AttackAnswer> SendAsync(
        string address,
        string? token,
        HttpMethod method,
        HttpContent? content,
        (string Name, string Value)? header
    )
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (header is { } further)
        {
            request.Headers.TryAddWithoutValidation(further.Name, further.Value);
        }

        using var response = await sandbox.Client.SendAsync(request, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return new AttackAnswer((int)response.StatusCode, text, Parse(text));
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.StartsWith('{') ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
