using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using PowerIntegration.Local.Identity;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>What the one address answers to requests that no part of it was made for.</summary>
public sealed class FrontTests
{
    [Fact]
    public async Task Requests_that_mean_nothing_are_refused_by_whoever_they_reach()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var issuer = $"/entra/{EntraIssuer.TenantId}/v2.0";
        Assert.Equal((400, "unsupported_grant_type"), await ErrorAsync(driver, HttpMethod.Post, issuer + "/token"));
        Assert.Equal((404, "invalid_request"), await ErrorAsync(driver, HttpMethod.Get, issuer + "/authorize"));
        Assert.Equal((404, "invalid_request"), await ErrorAsync(driver, HttpMethod.Post, issuer + "/keys"));

        // A path that begins with two slashes names no other machine, and an escaped question mark begins no query.
        foreach (
            var path in new[] { "/gateway//127.0.0.1:1/steal", "/gateway/api/v1/x%3Fy", "/gateway/%2F%2F127.0.0.1:1/x", "/gateway/@127.0.0.1:1" }
        )
        {
            using var answer = await SendAsync(driver, HttpMethod.Get, path, null);
            Assert.True((int)answer.StatusCode is 401 or 404, $"{path} -> {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("application/x-www-form-urlencoded", "user=%FF")]
    [InlineData("application/x-www-form-urlencoded", "{many}")]
    public async Task A_form_of_the_page_that_cannot_be_read_is_refused(string type, string body)
    {
        await using var driver = await SandboxDriver.StartAsync();
        using var content = new StringContent(
            body == "{many}" ? string.Join('&', Enumerable.Range(0, 5000).Select(number => $"a{number}=1")) : body,
            Encoding.ASCII
        );
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await SendAsync(driver, HttpMethod.Post, "/sign-in", content);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    private static async Task<(int Status, string? Error)> ErrorAsync(SandboxDriver driver, HttpMethod method, string path)
    {
        var answer = await driver.SendAsync(method, driver.Sandbox.Root + path, token: null, body: null);
        return (answer.Status, (string?)answer.Body?["error"]);
    }

    private static async Task<HttpResponseMessage> SendAsync(SandboxDriver driver, HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, driver.Sandbox.Root + path) { Content = content };
        return await driver.Sandbox.Client.SendAsync(request, SandboxDriver.Cancellation);
    }
}
