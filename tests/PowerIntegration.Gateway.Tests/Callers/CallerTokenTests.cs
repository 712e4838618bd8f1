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
    [InlineData("other key name", "sign-in token is not valid.")]
    [InlineData("no key name", "sign-in token is not valid.")]
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

    [Theory]
    [InlineData("person, version 2.0")]
    [InlineData("person, several scopes")]
    [InlineData("person, marked as user")]
    [InlineData("application, version 2.0")]
    [InlineData("application, marked as app")]
    [InlineData("application ID URI as audience")]
    [InlineData("person, version 1.0")]
    [InlineData("person, version 1.0, client ID as audience")]
    [InlineData("application, version 1.0")]
    public async Task Every_shape_that_entra_issues_is_taken(string shape)
    {
        await using var host = await GatewayHost.StartAsync();
        var facts = shape switch
        {
            "person, version 2.0" => TokenFacts.Person,
            "person, several scopes" => TokenFacts.Person with { Scope = "Other.Read access_as_user profile" },
            "person, marked as user" => TokenFacts.Person with { Kind = "user" },
            "application, version 2.0" => TokenFacts.Application,
            "application, marked as app" => TokenFacts.Application with { Kind = "app" },
            "application ID URI as audience" => TokenFacts.Person with { Audience = CallerTokens.ApplicationIdUri },
            "person, version 1.0" => TokenFacts.Old,
            "person, version 1.0, client ID as audience" => TokenFacts.Old with { Audience = CallerTokens.ClientId },
            _ => TokenFacts.Application with { Version = "1.0", Issuer = TokenFacts.Old.Issuer, Audience = CallerTokens.ApplicationIdUri },
        };

        var answer = (await host.SendAsync(HttpMethod.Get, Connection, host.Tokens.Issue(facts))).Ok();

        Assert.Equal("""["Read","Submit"]""", answer.Body.GetProperty("roles").GetRawText());
    }

    [Theory]
    [MemberData(nameof(NotOurs))]
    public async Task A_token_whose_claims_are_not_those_of_a_caller_is_refused_in_a_sentence(string fault, string reason)
    {
        await using var host = await GatewayHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, Connection, host.Tokens.Issue(Faulty(fault)));

        Assert.Contains(reason, answer.Problem(401, "unauthenticated"), StringComparison.Ordinal);
        Assert.Empty(host.Dataverse.Log);
    }

    public static TheoryData<string, string> NotOurs() =>
        new()
        {
            { "tenant", "is from another tenant" },
            { "tenant missing", "is from another tenant" },
            { "tenant of a version 1.0 token", "is from another tenant" },
            { "issuer of version 1.0 in a token of version 2.0", "is from another tenant" },
            { "issuer of version 2.0 in a token of version 1.0", "is from another tenant" },
            { "issuer of version 1.0 of another tenant", "is from another tenant" },
            { "client", "99999999-0000-4000-8000-000000000009 may not call this gateway" },
            { "client of version 1.0", "99999999-0000-4000-8000-000000000009 may not call this gateway" },
            { "client missing", "does not name the application that requested it" },
            { "client in the claim of version 1.0", "does not name the application that requested it" },
            { "clients as a list", "sign-in token is not valid" },
            { "client with another one behind it", "does not name the application that requested it" },
            { "version missing", "version" },
            { "version 3.0", "version" },
            { "audience with a slash", "another application" },
            { "audience in capitals", "another application" },
            { "several audiences", "another application" },
            { "object ID missing", "does not name the account" },
            { "object ID as a list", "does not name the account" },
            { "scope missing", "does not have the permission 'access_as_user'" },
            { "scope of another kind", "does not have the permission 'access_as_user'" },
            { "scope within a longer name", "does not have the permission 'access_as_user'" },
            { "scope in capitals", "does not have the permission 'access_as_user'" },
            { "scope with commas", "does not have the permission 'access_as_user'" },
            { "scope as a list", "does not have the permission 'access_as_user'" },
            { "application with a scope", "an application's and has a person's permission" },
            { "application with an empty scope", "an application's and has a person's permission" },
            { "application marked as app, with a scope and another subject", "an application's and has a person's permission" },
            { "person marked as device", "is neither a person's nor an application's" },
            { "application marked as user", "does not have the permission 'access_as_user'" },
            { "roles as text with commas", "app roles" },
            { "roles as JSON in a text", "app roles" },
            { "one role as text", "app roles" },
            { "roles as numbers", "app roles" },
            { "roles in a list of lists", "app roles" },
            { "roles as an object", "app roles" },
        };

    private static TokenFacts Faulty(string fault)
    {
        const string Other = "99999999-0000-4000-8000-000000000009";
        var (person, application, old) = (TokenFacts.Person, TokenFacts.Application, TokenFacts.Old);
        return fault switch
        {
            "tenant" => person with { Tenant = Other },
            "tenant missing" => person with { Tenant = null },
            "tenant of a version 1.0 token" => old with { Tenant = Other },
            "issuer of version 1.0 in a token of version 2.0" => person with { Issuer = old.Issuer },
            "issuer of version 2.0 in a token of version 1.0" => old with { Issuer = person.Issuer },
            "issuer of version 1.0 of another tenant" => old with { Issuer = $"https://sts.windows.net/{Other}/" },
            "client" => person with { Client = Other },
            "client of version 1.0" => old with { Client = Other },
            "client missing" => person with { Client = null },
            "client in the claim of version 1.0" => person with { ClientClaim = "appid" },
            "clients as a list" => person with { Client = new[] { CallerTokens.ConnectorClient } },
            "client with another one behind it" => person with { Client = $"{CallerTokens.ConnectorClient},{Other}" },
            "version missing" => person with { Version = null },
            "version 3.0" => person with { Version = "3.0" },
            "audience with a slash" => person with { Audience = CallerTokens.ApplicationIdUri + "/" },
            "audience in capitals" => person with { Audience = CallerTokens.ClientId.ToUpperInvariant() },
            "several audiences" => person with { Audience = new[] { "api://another", CallerTokens.ClientId } },
            "object ID missing" => person with { ObjectId = null },
            "object ID as a list" => person with { ObjectId = new[] { person.ObjectId } },
            "scope missing" => person with { Scope = null },
            "scope of another kind" => person with { Scope = "Other.Read" },
            "scope within a longer name" => person with { Scope = "access_as_user.limited" },
            "scope in capitals" => person with { Scope = "ACCESS_AS_USER" },
            "scope with commas" => person with { Scope = "access_as_user,profile" },
            "scope as a list" => person with { Scope = new[] { "access_as_user" } },
            "application with a scope" => application with { Scope = "access_as_user" },
            "application with an empty scope" => application with { Scope = "" },
            "application marked as app, with a scope and another subject" => person with { Kind = "app" },
            "person marked as device" => person with { Kind = "device" },
            "application marked as user" => application with { Kind = "user" },
            "roles as text with commas" => person with { Roles = "Administer,Read" },
            "roles as JSON in a text" => person with { Roles = """["Administer","Read"]""" },
            "one role as text" => application with { Roles = "Read" },
            "roles as numbers" => person with { Roles = new[] { 1, 2 } },
            "roles in a list of lists" => person with { Roles = new[] { new[] { "Read" } } },
            "roles as an object" => person with { Roles = new Dictionary<string, object> { ["Read"] = true } },
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
    }

    [Theory]
    [InlineData("Read,Administer")]
    [InlineData("""["Read"]""")]
    [InlineData("read")]
    [InlineData("Read ")]
    [InlineData("")]
    public async Task A_role_is_compared_whole(string role)
    {
        await using var host = await GatewayHost.StartAsync();

        (await host.SendAsync(HttpMethod.Get, Connection, host.Tokens.Good(role))).Problem(403, "role-missing");
    }

    [Fact]
    public async Task An_account_without_any_app_role_is_told_that_it_has_none()
    {
        await using var host = await GatewayHost.StartAsync();

        var token = host.Tokens.Issue(TokenFacts.Person with { Roles = null });

        Assert.Contains("'Read'", (await host.SendAsync(HttpMethod.Get, Connection, token)).Problem(403, "role-missing"), StringComparison.Ordinal);
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
            "other key name" => tokens.Issue(new TokenFacts { KeyId = "key-2" }),
            "no key name" => tokens.Issue(new TokenFacts { KeyId = null }),
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
