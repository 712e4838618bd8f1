using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class TokenTests
{
    [Fact]
    public async Task Without_a_token_or_with_a_broken_one_nobody_is_served()
    {
        await using var desk = Desk.Start();
        var none = await desk.SendAsync("GET", "WhoAmI", null, null, ("Authorization", ""));
        Assert.Equal(401, none.Status);
        Assert.Equal("Bearer", none.Headers["WWW-Authenticate"]);
        var forged = desk.Issuer.IssueToken(Desk.Admin, Desk.BaseUrl);
        forged = forged[..^4] + (forged.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");
        Assert.Equal(401, (await desk.SendAsync("GET", "WhoAmI", null, null, ("Authorization", "Bearer " + forged))).Status);
    }

    [Fact]
    public async Task A_token_for_another_service_is_refused()
    {
        await using var desk = Desk.Start();
        var other = desk.Issuer.IssueToken(Desk.Admin, "api://powerintegration-gateway");
        Assert.Equal(401, (await desk.SendAsync("GET", "WhoAmI", null, null, ("Authorization", "Bearer " + other))).Status);
    }

    [Fact]
    public async Task A_token_expires_by_the_sandboxs_clock()
    {
        await using var desk = Desk.Start();
        var header = ("Authorization", "Bearer " + desk.Issuer.IssueToken(Desk.Admin, Desk.BaseUrl));
        Assert.Equal(200, (await desk.SendAsync("GET", "WhoAmI", null, null, header)).Status);
        desk.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(401, (await desk.SendAsync("GET", "WhoAmI", null, null, header)).Status);
    }

    [Fact]
    public async Task A_user_who_is_none_of_the_organization_or_switched_off_is_refused_with_a_code()
    {
        await using var desk = Desk.Start();
        var stranger = await desk.SendAsync("GET", "WhoAmI", null, Desk.Stranger);
        Assert.Equal((403, "0x80072560"), (stranger.Status, stranger.Code));
        desk.Service.Update(new Entity("systemuser", Desk.Agent.SystemUserId) { ["isdisabled"] = true });
        var disabled = await desk.SendAsync("GET", "WhoAmI", null, Desk.Agent);
        Assert.Equal((403, "0x80040225"), (disabled.Status, disabled.Code));
    }

    [Fact]
    public async Task WhoAmI_says_who_calls_and_carries_the_header_that_samples_need()
    {
        await using var desk = Desk.Start();
        var answer = await desk.SendAsync("GET", "WhoAmI()", null, Desk.Agent);
        Assert.Equal(Desk.Agent.SystemUserId.ToString(), (string?)answer.Json!["UserId"]);
        Assert.True(answer.Headers.ContainsKey("x-ms-dop-hint"));
        Assert.True(answer.Headers.ContainsKey("REQ_ID"));
    }
}
