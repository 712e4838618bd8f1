using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

public sealed class SignInTests
{
    [Fact]
    public async Task A_token_opens_the_pod_until_it_expires()
    {
        await using var pod = await Pod.StartAsync();
        var token = (string)(await TokenAsync(pod, "client", "client-pass")).Body["access_token"]!;
        pod.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Assert.Equal(HttpStatusCode.OK, (await pod.Client.GetAsync("invoices")).StatusCode);
        pod.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Unauthorized, (await pod.Client.GetAsync("invoices")).StatusCode);
    }

    [Theory]
    [InlineData("client", "wrong", "client_credentials", "scope", 401, "invalid_client")]
    [InlineData("client", "client-pass", "password", "scope", 400, "unsupported_grant_type")]
    [InlineData("client", "client-pass", "client_credentials", "", 400, "invalid_scope")]
    public async Task A_token_request_is_refused_with_its_reason(string client, string secret, string grant, string scope, int status, string error)
    {
        await using var pod = await Pod.StartAsync();
        var (code, body) = await TokenAsync(pod, client, secret, grant, scope);
        Assert.Equal((status, error), ((int)code, (string)body["error"]!));
    }

    [Fact]
    public async Task A_token_whose_claims_were_changed_is_refused()
    {
        await using var pod = await Pod.StartAsync();
        var parts = ((string)(await TokenAsync(pod, "client", "client-pass")).Body["access_token"]!).Split('.');
        var forged = $"{parts[0]}.{parts[1][..^4]}AAAA.{parts[2]}";
        pod.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", forged);
        Assert.Equal(HttpStatusCode.Unauthorized, (await pod.Client.GetAsync("invoices")).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Wrong_or_missing_Basic_credentials_meet_the_owsm_challenge(string? password)
    {
        await using var pod = await Pod.StartAsync();
        pod.Client.DefaultRequestHeaders.Authorization = password is null ? null : Pod.Basic(Pod.User, password);
        using var response = await pod.Client.GetAsync("invoices");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Basic realm=\"owsm\"", response.Headers.WwwAuthenticate.ToString());
    }

    private static async Task<(HttpStatusCode Status, JsonObject Body)> TokenAsync(
        Pod pod,
        string client,
        string secret,
        string grant = "client_credentials",
        string scope = "urn:opc:all"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, pod.Address + "/oracle/oauth2/v1/token");
        request.Headers.Authorization = Pod.Basic(client, secret);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = grant, ["scope"] = scope });
        using var response = await pod.Client.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }
}
