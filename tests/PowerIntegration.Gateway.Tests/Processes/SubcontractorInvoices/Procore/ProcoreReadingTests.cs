using System.Net.Http;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Processes.SubcontractorInvoices.Procore;

public sealed class ProcoreReadingTests
{
    private const string Projects = "/rest/v1.1/projects?company_id=562949953421312";
    private const string OneProject = """[{"id":562949953500001,"name":"Fulton Yards Tower","project_number":"24-017"}]""";

    [Fact]
    public async Task Every_call_names_the_company_and_carries_the_token()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Procore.On("GET", Projects, OneProject);

        (await host.GetAsync("/procore/projects")).Ok();

        var call = Assert.Single(host.Procore.Calls);
        Assert.Equal("562949953421312", call.Header("Procore-Company-Id"));
        Assert.Equal("Bearer procore-1", call.Header("Authorization"));
        Assert.Equal(
            "grant_type=client_credentials&client_id=procore-client&client_secret=procore-secret",
            Assert.Single(host.ProcoreLogin.Calls).Body
        );
    }

    [Fact]
    public async Task A_token_is_kept_until_shortly_before_it_ends()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Procore.On("GET", Projects, OneProject);

        await host.GetAsync("/procore/projects");
        host.Clock.Advance(TimeSpan.FromMinutes(87));
        await host.GetAsync("/procore/projects");
        Assert.Single(host.ProcoreLogin.Calls);

        host.Clock.Advance(TimeSpan.FromMinutes(2));
        (await host.GetAsync("/procore/projects")).Ok();
        Assert.Equal(2, host.ProcoreLogin.Calls.Count);
    }

    [Fact]
    public async Task A_token_that_procore_no_longer_takes_is_replaced_once()
    {
        await using var host = await GatewayHost.StartAsync();
        host.ProcoreLogin.OnSequence("POST", "/oauth/token", Token("old"), Token("new"), Token("newer"));
        host.Procore.On(
            "GET",
            Projects,
            call =>
                call.Header("Authorization") == "Bearer old"
                    ? ScriptedWire.Json("""{"errors":"The access token is invalid"}""", 401)
                    : ScriptedWire.Json(OneProject)
        );

        (await host.GetAsync("/procore/projects")).Ok();

        Assert.Equal(["Bearer old", "Bearer new"], host.Procore.Calls.Select(call => call.Header("Authorization")));
    }

    [Fact]
    public async Task A_refused_sign_in_is_not_repeated_for_ever()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Procore.On("GET", Projects, _ => ScriptedWire.Json("""{"errors":"The access token is invalid"}""", 401));

        (await host.GetAsync("/procore/projects")).Problem(502, "procore-access-refused");

        Assert.Equal(2, host.Procore.Calls.Count);
    }

    [Fact]
    public async Task Wrong_credentials_are_told_without_the_secret()
    {
        await using var host = await GatewayHost.StartAsync();
        host.ProcoreLogin.On("POST", "/oauth/token", _ => ScriptedWire.Json("""{"error":"invalid_client"}""", 401));

        var sentence = (await host.GetAsync("/procore/projects")).Problem(502, "procore-access-refused");

        Assert.DoesNotContain("procore-secret", sentence, StringComparison.Ordinal);
        Assert.Empty(host.Procore.Calls);
    }

    [Fact]
    public async Task All_pages_are_read_from_the_last_to_the_first_and_the_first_again()
    {
        await using var host = await GatewayHost.StartAsync(("Procore:PageSize", "2"));
        host.Procore.On(
            "GET",
            Projects,
            call =>
            {
                var page = int.Parse(call.Address.Split("&page=")[1].Split('&')[0], CultureInfo.InvariantCulture);
                var rows = string.Join(",", Enumerable.Range((page * 2) - 1, page == 3 ? 1 : 2).Select(id => $$"""{"id":{{id}},"name":"P{{id}}"}"""));
                var next = page < 3 ? $"""<https://elsewhere.example/rest/v1.1/projects?page={page + 1}&per_page=2>; rel="next", """ : "";
                return ScriptedWire.Json(
                    $"[{rows}]",
                    200,
                    ("Link", next + """<https://elsewhere.example/rest/v1.1/projects?page=3&per_page=2>; rel="last" """.Trim()),
                    ("Total", "5")
                );
            }
        );

        var answer = (await host.GetAsync("/procore/projects")).Ok();

        Assert.Equal(["1", "2", "3", "4", "5"], answer.Body.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("id").GetString()));
        Assert.Equal(["1", "3", "2", "1"], host.Procore.Calls.Select(call => call.Address.Split("&page=")[1].Split('&')[0]));
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for_by_the_clock_as_long_as_procore_asks()
    {
        await using var host = await GatewayHost.StartAsync();
        var started = host.Clock.GetUtcNow();
        host.Procore.OnSequence(
            "GET",
            Projects,
            _ => ScriptedWire.Json("""{"message":"You have surpassed the max number of requests"}""", 429, ("Retry-After", "7")),
            _ =>
                ScriptedWire.Json(
                    "[]",
                    429,
                    ("X-Rate-Limit-Reset", started.AddSeconds(20).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
                ),
            _ => ScriptedWire.Json(OneProject)
        );

        (await host.GetAsync("/procore/projects")).Ok();

        Assert.Equal(TimeSpan.FromSeconds(20), host.Clock.GetUtcNow() - started);
        Assert.Equal(3, host.Procore.Calls.Count);
    }

    [Fact]
    public async Task A_limit_that_lasts_longer_than_a_call_may_is_the_callers_to_wait_for()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Procore.On("GET", Projects, _ => ScriptedWire.Json("[]", 429, ("Retry-After", "1800")));

        var answer = await host.GetAsync("/procore/projects");

        answer.Problem(503, "procore-throttled");
        Assert.Equal("1800", answer.RetryAfter);
        Assert.Single(host.Procore.Calls);
        Assert.Equal(TimeSpan.Zero, host.Clock.Waited);
    }

    [Fact]
    public async Task An_outage_is_tried_again_a_bounded_number_of_times()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Procore.On("GET", Projects, _ => throw new HttpRequestException("connection reset"));

        (await host.GetAsync("/procore/projects")).Problem(503, "procore-unavailable");

        Assert.Equal(5, host.Procore.Calls.Count);
        Assert.Equal(TimeSpan.FromSeconds(2 + 4 + 8 + 16), host.Clock.Waited);
    }

    [Fact]
    public async Task An_answer_in_another_shape_is_refused_with_the_records_it_was_about()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Procore.On("GET", Projects, """[{"id":{"value":1}}]""");

        var sentence = (await host.GetAsync("/procore/projects")).Problem(502, "procore-answer-unreadable");

        Assert.Contains("response about projects", sentence, StringComparison.Ordinal);
        Assert.Contains("Contact support", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """<https://h/p?page=1&per_page=100>; rel="first", <https://h/p?page=4&per_page=100>; rel="next","""
            + """ <https://h/p?page=9&per_page=100>; rel="last" """,
        "last",
        9
    )]
    [InlineData("""<https://h/p?per_page=100&page=4>; rel="next" """, "next", 4)]
    [InlineData("""<https://h/p?per_page=100&page=4>; rel="next" """, "last", null)]
    [InlineData("""<https://h/p>; rel="next" """, "next", null)]
    [InlineData("""<https://h/p?page=x>; rel="next" """, "next", null)]
    [InlineData("", "next", null)]
    public void Page_numbers_are_taken_from_the_link_header(string header, string relation, int? page) =>
        Assert.Equal(page, LinkHeader.PageOf(relation, [header.Trim()]));

    private static Func<WireCall, HttpResponseMessage> Token(string value) =>
        _ => ScriptedWire.Json($$"""{"access_token":"{{value}}","token_type":"bearer","expires_in":5400}""");
}
