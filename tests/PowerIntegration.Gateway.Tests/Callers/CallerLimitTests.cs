using System.Net.Http;
using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Callers;

/// <summary>How often one caller may detect changes and load lists. The clock is the test's, so nothing waits.</summary>
public sealed class CallerLimitTests
{
    private const string Detect = "/api/v1/procore/changes/detect";
    private const string Projects = "/api/v1/procore/projects";
    private const string Commitments = "/api/v1/procore/projects/7/commitments";

    [Fact]
    public async Task Who_detects_too_often_is_told_when_to_try_again()
    {
        await using var host = await StartAsync();
        var token = host.Tokens.Issue(TokenFacts.Application);

        (await DetectAsync(host, token)).Ok();
        (await DetectAsync(host, token)).Ok();
        var refused = await DetectAsync(host, token);

        Assert.Equal("This account may detect changes at most 2 times a minute. Try again in 30 seconds.", refused.Problem(429, "caller-throttled"));
        Assert.Equal("30", refused.RetryAfter);
    }

    [Fact]
    public async Task After_the_wait_that_was_told_the_next_call_is_taken_and_not_a_second_before()
    {
        await using var host = await StartAsync();
        var token = host.Tokens.Issue(TokenFacts.Application);
        (await DetectAsync(host, token)).Ok();
        (await DetectAsync(host, token)).Ok();

        host.Clock.Advance(TimeSpan.FromSeconds(29));
        var early = await DetectAsync(host, token);
        Assert.Equal("Try again in 1 second.", early.Problem(429, "caller-throttled")[^22..]);

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await DetectAsync(host, token)).Ok();
        (await DetectAsync(host, token)).Problem(429, "caller-throttled");
    }

    [Fact]
    public async Task A_refused_call_costs_nothing_and_reaches_nothing()
    {
        await using var host = await StartAsync();
        var token = host.Tokens.Issue(TokenFacts.Application);
        (await DetectAsync(host, token)).Ok();
        (await DetectAsync(host, token)).Ok();
        var requests = host.Dataverse.Log.Count;

        for (var call = 0; call < 20; call++)
        {
            (await DetectAsync(host, token)).Problem(429, "caller-throttled");
        }

        Assert.Equal(requests, host.Dataverse.Log.Count);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        (await DetectAsync(host, token)).Ok();
    }

    [Fact]
    public async Task Another_account_and_another_application_of_the_same_account_are_not_affected()
    {
        await using var host = await StartAsync();
        await UseUpAsync(host, TokenFacts.Application);

        (await DetectAsync(host, host.Tokens.Issue(TokenFacts.Person))).Ok();
        var other = TokenFacts.Person with { Client = CallerTokens.FlowsClient };
        (await DetectAsync(host, host.Tokens.Issue(TokenFacts.Person))).Ok();
        (await DetectAsync(host, host.Tokens.Issue(TokenFacts.Person))).Problem(429, "caller-throttled");
        (await DetectAsync(host, host.Tokens.Issue(other))).Ok();
    }

    [Fact]
    public async Task Another_token_of_the_same_caller_does_not_begin_again()
    {
        await using var host = await StartAsync();
        await UseUpAsync(host, TokenFacts.Application);

        var renewed = host.Tokens.Issue(TokenFacts.Application with { EndsIn = TimeSpan.FromHours(2), Roles = new[] { "Administer" } });

        (await DetectAsync(host, renewed)).Problem(429, "caller-throttled");
    }

    [Fact]
    public async Task The_lists_share_one_limit_of_their_own()
    {
        await using var host = await StartAsync();
        host.Procore.On("GET", "/rest/v1.1/projects?", "[]");
        host.Procore.On("GET", "/rest/v1.0/work_order_contracts?", "[]");
        var token = host.Tokens.Issue(TokenFacts.Person);
        await UseUpAsync(host, TokenFacts.Person);

        (await host.SendAsync(HttpMethod.Get, Projects, token)).Ok();
        (await host.SendAsync(HttpMethod.Get, Commitments, token)).Ok();
        (await host.SendAsync(HttpMethod.Get, Commitments, token)).Ok();
        var refused = await host.SendAsync(HttpMethod.Get, Projects, token);

        Assert.Equal("This account may load lists at most 3 times a minute. Try again in 20 seconds.", refused.Problem(429, "caller-throttled"));
        (await host.SendAsync(HttpMethod.Get, "/api/v1/connection", token)).Ok();
    }

    [Fact]
    public async Task A_caller_without_the_role_does_not_use_up_the_limit()
    {
        await using var host = await StartAsync();
        var without = host.Tokens.Issue(TokenFacts.Application with { Roles = new[] { "Submit" } });

        for (var call = 0; call < 5; call++)
        {
            (await DetectAsync(host, without)).Problem(403, "role-missing");
        }

        (await DetectAsync(host, host.Tokens.Issue(TokenFacts.Application))).Ok();
    }

    [Fact]
    public async Task Reading_and_sending_have_no_limit()
    {
        await using var host = await StartAsync();
        var token = host.Tokens.Issue(TokenFacts.Application);
        var body = """{"documentId":"11111111-1111-1111-1111-111111111111"}""";

        for (var call = 0; call < 10; call++)
        {
            (await host.SendAsync(HttpMethod.Post, "/api/v1/oracle/documents/submit", token, body)).Problem(404, "document-unknown");
        }
    }

    private static Task<GatewayHost> StartAsync() => GatewayHost.StartAsync(("Limits:DetectPerMinute", "2"), ("Limits:ListsPerMinute", "3"));

    private static Task<Answer> DetectAsync(GatewayHost host, string token) => host.SendAsync(HttpMethod.Post, Detect, token);

    private static async Task UseUpAsync(GatewayHost host, TokenFacts caller)
    {
        var token = host.Tokens.Issue(caller);
        (await DetectAsync(host, token)).Ok();
        (await DetectAsync(host, token)).Ok();
        (await DetectAsync(host, token)).Problem(429, "caller-throttled");
    }
}
