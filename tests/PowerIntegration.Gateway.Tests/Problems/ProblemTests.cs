using System.Net.Http;
using System.Text.RegularExpressions;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Problems;

public sealed partial class ProblemTests
{
    [Fact]
    public void Every_code_is_unique_and_in_one_spelling()
    {
        Assert.True(ProblemCatalog.All.Count >= 30);
        Assert.Equal(ProblemCatalog.All.Count, ProblemCatalog.All.Select(kind => kind.Code).Distinct().Count());
        Assert.All(ProblemCatalog.All, kind => Assert.Matches(Code(), kind.Code));
        Assert.All(ProblemCatalog.All, kind => Assert.InRange(kind.Status, 400, 599));
    }

    [Theory]
    [InlineData("not json", "request-unreadable")]
    [InlineData("", "request-unreadable")]
    [InlineData("{", "request-unreadable")]
    [InlineData("\u001f\u0008\u0000garbage", "request-unreadable")]
    [InlineData("{}", "request-unreadable")]
    [InlineData("""{"eventId":"abc"}""", "request-unreadable")]
    [InlineData("""{"eventId":"00000000-0000-0000-0000-000000000000"}""", "request-unreadable")]
    public async Task A_body_that_cannot_be_read_is_refused(string body, string code)
    {
        await using var host = await GatewayHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Post, "/api/v1/records/read", host.Tokens.Good("Read"), body);

        answer.Problem(400, code);
    }

    [Theory]
    [InlineData("application/json; charset=utf-9")]
    [InlineData("application/json; charset=\"\"")]
    [InlineData("text/plain; charset=utf-8")]
    public async Task A_body_in_another_content_type_or_charset_is_refused(string contentType)
    {
        await using var host = await GatewayHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Post, "/api/v1/records/read", host.Tokens.Good("Read"), "{}", contentType);

        answer.Problem(415, "content-type-unknown");
    }

    [Fact]
    public async Task A_body_with_a_byte_order_mark_is_read()
    {
        await using var host = await GatewayHost.StartAsync();

        var body = "\ufeff" + $$"""{"eventId":"{{Guid.AllBitsSet}}"}""";
        (await host.SendAsync(HttpMethod.Post, "/api/v1/records/read", host.Tokens.Good("Read"), body)).Problem(404, "event-unknown");
    }

    [Fact]
    public async Task A_malformed_id_is_named_with_its_field_and_value()
    {
        await using var host = await GatewayHost.StartAsync();

        var sentence = (await host.PostAsync("/oracle/documents/submit", new { documentId = "abc" })).Problem(400, "request-unreadable");

        Assert.Contains("documentId is 'abc'", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_method_is_refused_by_name()
    {
        await using var host = await GatewayHost.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Delete, "/api/v1/connection", host.Tokens.Good("Read"));

        answer.Problem(405, "method-unknown");
    }

    [Fact]
    public async Task An_unforeseen_failure_tells_nothing_but_its_trace()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Dataverse.Before = _ => throw new InvalidOperationException("the secret inside");

        var sentence = (await host.GetAsync("/connection")).Problem(500, "unexpected");

        Assert.DoesNotContain("secret", sentence, StringComparison.Ordinal);
        host.Dataverse.Before = _ => { };
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Code();
}
