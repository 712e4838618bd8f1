using System.Net.Http;
using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Callers;

public sealed class CallerTokenTests
{
    private const string Connection = "/api/v1/connection";

    [Fact]
    public async Task A_good_token_is_believed_and_its_roles_are_told()
    {
        await using var host = await GatewayHost.StartAsync();

        var answer = (await host.SendAsync(HttpMethod.Get, Connection, host.Tokens.Good("Read", "Submit"))).Ok();

        Assert.Equal(
            """{"environment":"LAKESHORE","procoreCompanyId":"562949953421312","oraclePod":"lakeshore-test.fa.us2","roles":["Read","Submit"]}""",
            answer.Body.GetRawText()
        );
    }

    [Theory]
    [InlineData("none", "no sign-in token")]
    [InlineData("expired", "expired at 2025-11-05 08:58:00Z")]
    [InlineData("not yet valid", "not valid before 2025-11-05 09:02:00Z")]
    [InlineData("wrong audience", "another application")]
    [InlineData("wrong issuer", "another tenant")]
    [InlineData("other key", "sign-in token is not valid.")]
    [InlineData("RS512", "sign-in token is not valid.")]
    [InlineData("HS256", "sign-in token is not valid.")]
    [InlineData("alg none", "sign-in token is not valid.")]
    [InlineData("no expiry", "sign-in token is not valid.")]
    [InlineData("changed claims", "sign-in token is not valid.")]
    [InlineData("garbage", "sign-in token is not valid.")]
    public async Task A_token_that_is_not_ours_for_now_is_refused(string fault, string reason)
    {
        await using var host = await GatewayHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, Connection, TokenWith(fault, host.Tokens));

        Assert.Contains(reason, answer.Problem(401, "unauthenticated"), StringComparison.Ordinal);
        Assert.StartsWith("Bearer", answer.WwwAuthenticate, StringComparison.Ordinal);
        Assert.Empty(host.Dataverse.Log);
    }

    [Fact]
    public async Task Lifetime_is_measured_by_the_injected_clock()
    {
        await using var host = await GatewayHost.StartAsync();
        var token = host.Tokens.Good("Read");

        host.Clock.Advance(TimeSpan.FromMinutes(59));
        (await host.SendAsync(HttpMethod.Get, Connection, token)).Ok();

        host.Clock.Advance(TimeSpan.FromMinutes(3));
        (await host.SendAsync(HttpMethod.Get, Connection, token)).Problem(401, "unauthenticated");
    }

    [Theory]
    [InlineData("POST", "/api/v1/oracle/documents/submit", "Read", 403)]
    [InlineData("POST", "/api/v1/oracle/documents/submit", "Administer", 403)]
    [InlineData("POST", "/api/v1/oracle/documents/submit", "Submit", 404)]
    [InlineData("POST", "/api/v1/records/read", "Submit", 403)]
    [InlineData("POST", "/api/v1/records/read", "Read", 404)]
    [InlineData("POST", "/api/v1/procore/changes/detect", "Submit", 403)]
    [InlineData("POST", "/api/v1/procore/changes/detect", "Administer", 200)]
    [InlineData("GET", "/api/v1/connection", "Submit", 403)]
    [InlineData("GET", "/api/v1/connection", "Administer", 200)]
    [InlineData("GET", "/api/v1/procore/projects", "", 403)]
    [InlineData("GET", "/api/v1/procore/projects/1/commitments", "Submit", 403)]
    [InlineData("GET", "/api/v1/oracle/projects/1/tasks", "read", 403)]
    public async Task Each_operation_asks_for_its_own_role(string method, string path, string role, int status)
    {
        await using var host = await GatewayHost.StartAsync();
        var body = """{"documentId":"11111111-1111-1111-1111-111111111111","eventId":"11111111-1111-1111-1111-111111111111"}""";

        var answer = await host.SendAsync(new HttpMethod(method), path, host.Tokens.Good(role), method == "POST" ? body : null);

        Assert.Equal(status, answer.Status);
        if (status == 403)
        {
            Assert.Contains("app roles", answer.Problem(403, "role-missing"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/health", 200)]
    [InlineData("/", 404)]
    [InlineData("/api/v1/nowhere", 404)]
    [InlineData("/api/v2/connection", 404)]
    public async Task Nothing_answers_a_stranger_not_even_an_unknown_address(string path, int statusWithToken)
    {
        await using var host = await GatewayHost.StartAsync();

        (await host.SendAsync(HttpMethod.Get, path, token: null)).Problem(401, "unauthenticated");

        if (statusWithToken == 404)
        {
            (await host.SendAsync(HttpMethod.Get, path, host.Tokens.Good("Read"))).Problem(404, "operation-unknown");
        }
    }

    private static string? TokenWith(string fault, CallerTokens tokens) =>
        fault switch
        {
            "none" => null,
            "expired" => tokens.Issue(new TokenFacts { EndsIn = TimeSpan.FromMinutes(-2) }),
            "not yet valid" => tokens.Issue(new TokenFacts { StartsIn = TimeSpan.FromMinutes(2) }),
            "wrong audience" => tokens.Issue(new TokenFacts { Audience = "api://another" }),
            "wrong issuer" => tokens.Issue(new TokenFacts { Issuer = "https://issuer.example/other/v2.0" }),
            "other key" => tokens.Issue(new TokenFacts { ForeignKey = true }),
            "RS512" => tokens.Issue(new TokenFacts { Algorithm = "RS512" }),
            "HS256" => tokens.Issue(new TokenFacts { Algorithm = "HS256" }),
            "alg none" => tokens.Unsigned("Read", "Submit"),
            "no expiry" => tokens.Issue(new TokenFacts { Expires = false }),
            "changed claims" => Swapped(tokens.Good("Nothing"), tokens.Good("Read", "Submit")),
            "garbage" => "not-a-token",
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };

    private static string Swapped(string signed, string wanted)
    {
        var parts = signed.Split('.');
        return $"{parts[0]}.{wanted.Split('.')[1]}.{parts[2]}";
    }
}
