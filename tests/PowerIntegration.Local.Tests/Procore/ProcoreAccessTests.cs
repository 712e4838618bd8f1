using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Faults;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

public sealed class ProcoreAccessTests
{
    private const string List = "rest/v1.1/requisitions?project_id=562949953500001";

    [Fact]
    public async Task A_token_lives_5400_seconds_of_the_injected_clock()
    {
        await using var host = await ProcoreHost.StartAsync();
        using var issued = await host.RequestTokenAsync("client_credentials", ProcoreHost.Secret);
        var token = JsonNode.Parse(await issued.Content.ReadAsStringAsync())!;
        Assert.Equal(5400, token["expires_in"]!.GetValue<int>());
        Assert.Equal(host.Clock.GetUtcNow().ToUnixTimeSeconds(), token["created_at"]!.GetValue<long>());

        host.Clock.Advance(TimeSpan.FromSeconds(5399));
        await host.GetAsync(List);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("The access token is invalid", await RefusalAsync(host, List, HttpStatusCode.Unauthorized));
    }

    [Theory]
    [InlineData("client_credentials", "guessed", HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("password", ProcoreHost.Secret, HttpStatusCode.BadRequest, "unsupported_grant_type")]
    public async Task A_wrong_secret_or_grant_gets_no_token(string grant, string secret, HttpStatusCode status, string error)
    {
        await using var host = await ProcoreHost.StartAsync();
        using var answer = await host.RequestTokenAsync(grant, secret);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(error, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!.ToString());
    }

    [Fact]
    public async Task The_token_call_takes_json_too()
    {
        await using var host = await ProcoreHost.StartAsync();
        using var answer = await host.Client.PostAsJsonAsync(
            "oauth/token",
            new
            {
                grant_type = "client_credentials",
                client_id = "client",
                client_secret = ProcoreHost.Secret,
            }
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_call_without_the_company_header_is_refused_with_Procores_words()
    {
        await using var host = await ProcoreHost.StartAsync();
        host.Client.DefaultRequestHeaders.Remove("Procore-Company-Id");
        using var answer = await host.Client.GetAsync(List);
        Assert.StartsWith("Missing Procore-Company-Id header!", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("1", "App is not connected to this company")]
    [InlineData("562949953421312", null)]
    public async Task Another_company_is_forbidden(string company, string? refusal)
    {
        await using var host = await ProcoreHost.StartAsync();
        host.Client.DefaultRequestHeaders.Remove("Procore-Company-Id");
        host.Client.DefaultRequestHeaders.Add("Procore-Company-Id", company);
        using var answer = await host.Client.GetAsync("rest/v1.0/companies");
        Assert.Equal(refusal is null ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(refusal, refusal is null ? null : JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.ToString());
    }

    [Fact]
    public async Task A_project_that_is_not_permitted_is_forbidden_and_left_out_of_the_list_until_it_is_permitted()
    {
        await using var host = await ProcoreHost.StartAsync();
        var call = $"rest/v1.1/requisitions?project_id={ProcoreHost.ForbiddenProject}";
        await RefusalAsync(host, call, HttpStatusCode.Forbidden);
        Assert.Single((await host.GetAsync($"rest/v1.1/projects?company_id={ProcoreHost.Company}")).AsArray());

        host.Simulator.Actors.SetProjectPermission(ProcoreHost.ForbiddenProject, permitted: true);
        Assert.Empty((await host.GetAsync(call)).AsArray());
        Assert.Equal(2, (await host.GetAsync($"rest/v1.1/projects?company_id={ProcoreHost.Company}")).AsArray().Count);
    }

    [Fact]
    public async Task A_project_template_is_listed_where_templates_are_asked_for_and_nowhere_else()
    {
        await using var host = await ProcoreHost.StartAsync();
        var all = $"rest/v1.1/projects?company_id={ProcoreHost.Company}";
        Assert.Empty((await host.GetAsync(all + "&filters[template]=true")).AsArray());
        Assert.Single((await host.GetAsync(all + "&filters[template]=false")).AsArray());

        host.Simulator.Actors.SetTemplate(ProcoreHost.Project, isTemplate: true);
        Assert.Empty((await host.GetAsync(all)).AsArray());
        var listed = Assert.Single((await host.GetAsync(all + "&filters[template]=true")).AsArray());
        Assert.Equal(ProcoreHost.Project, (long)listed!["id"]!);

        host.Simulator.Actors.SetTemplate(ProcoreHost.Project, isTemplate: false);
        Assert.Single((await host.GetAsync(all)).AsArray());
    }

    [Theory]
    [InlineData("rest/v1.1/requisitions", HttpStatusCode.BadRequest, "project_id is required")]
    [InlineData("rest/v1.1/requisitions?project_id=77", HttpStatusCode.NotFound, "Not found")]
    [InlineData("rest/v1.1/requisitions/77?project_id=562949953500001", HttpStatusCode.NotFound, "Not found")]
    [InlineData("rest/v1.1/requisitions?project_id=562949953500001&filters[vendor]=1", HttpStatusCode.BadRequest, "filters[vendor]")]
    [InlineData("rest/v1.1/requisitions?project_id=562949953500001&filters[status]=paid", HttpStatusCode.BadRequest, "filters[status]=paid")]
    [InlineData("rest/v1.1/requisitions?project_id=562949953500001&view=action_policy", HttpStatusCode.BadRequest, "view=action_policy")]
    [InlineData(
        "rest/v1.1/requisitions?project_id=562949953500001&filters[updated_at]=2025-10-01..2025-10-02",
        HttpStatusCode.BadRequest,
        "three dots"
    )]
    [InlineData("rest/v1.1/requisitions?project_id=562949953500001&filters[updated_at]=yesterday...today", HttpStatusCode.BadRequest, "yesterday")]
    [InlineData("rest/v1.1/requisitions?project_id=562949953500001&page=0", HttpStatusCode.BadRequest, "count from 1")]
    [InlineData(
        "rest/v1.0/requisitions/1/contract_items?project_id=562949953500001",
        HttpStatusCode.NotFound,
        "The Procore simulator does not support GET /rest/v1.0/requisitions/1/contract_items"
    )]
    public async Task A_bad_call_is_refused_by_name(string path, HttpStatusCode status, string words)
    {
        await using var host = await ProcoreHost.StartAsync();
        Assert.Contains(words, await RefusalAsync(host, path, status), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_operation_is_recorded_and_a_known_one_with_another_method_is_unknown()
    {
        await using var host = await ProcoreHost.StartAsync();
        using var answer = await host.Client.DeleteAsync("rest/v1.1/requisitions/1");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.StartsWith(
            "The Procore simulator does not support DELETE /rest/v1.1/requisitions/1.",
            Assert.Single(host.Simulator.Refusals),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_26th_call_in_ten_seconds_is_refused_until_the_window_ends()
    {
        await using var host = await ProcoreHost.StartAsync(new ProcoreOptions { ClientId = "client", ClientSecret = ProcoreHost.Secret });
        for (var call = 1; call <= 25; call++)
        {
            using var answer = await host.Client.GetAsync(List);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal((25 - call).ToString(System.Globalization.CultureInfo.InvariantCulture), Header(answer, "X-Rate-Limit-Remaining"));
        }

        host.Clock.Advance(TimeSpan.FromSeconds(4));
        using var refused = await host.Client.GetAsync(List);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("6", Header(refused, "Retry-After"));
        Assert.Equal(
            (host.Clock.GetUtcNow().ToUnixTimeSeconds() + 6).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Header(refused, "X-Rate-Limit-Reset")
        );

        host.Clock.Advance(TimeSpan.FromSeconds(6));
        await host.GetAsync(List);
    }

    [Fact]
    public async Task The_hourly_limit_counts_failed_calls_and_its_headers_show_when_it_is_closer()
    {
        await using var host = await ProcoreHost.StartAsync(
            new ProcoreOptions
            {
                ClientId = "client",
                ClientSecret = ProcoreHost.Secret,
                HourlyLimit = 2,
            }
        );
        using var first = await host.Client.GetAsync("rest/v1.1/requisitions/77?project_id=562949953500001");
        Assert.Equal(HttpStatusCode.NotFound, first.StatusCode);
        Assert.Equal("2", Header(first, "X-Rate-Limit-Limit"));
        Assert.Equal("1", Header(first, "X-Rate-Limit-Remaining"));
        await host.GetAsync(List);
        await RefusalAsync(host, List, HttpStatusCode.TooManyRequests);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.GetAsync(List);
    }

    [Fact]
    public async Task Planned_faults_hit_the_next_calls_and_no_more()
    {
        await using var host = await ProcoreHost.StartAsync();
        host.Simulator.Faults.FailNext(1, ProcoreFault.Unavailable);
        host.Simulator.Faults.FailNext(1, ProcoreFault.TooManyRequests);
        host.Simulator.Faults.FailNext(1, ProcoreFault.ConnectionLost);
        using var unavailable = await host.Client.GetAsync(List);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unavailable.StatusCode);
        Assert.Equal("10", Header(unavailable, "Retry-After"));
        await RefusalAsync(host, List, HttpStatusCode.TooManyRequests);
        await Assert.ThrowsAsync<HttpRequestException>(() => host.Client.GetAsync(List));
        await host.GetAsync(List);
    }

    [Fact]
    public async Task Random_faults_repeat_with_the_seed()
    {
        async Task<string> PlayAsync()
        {
            await using var host = await ProcoreHost.StartAsync();
            host.Simulator.Faults.FailSome(new Local.Clock.SeededIdSource(11), 3, ProcoreFault.Unavailable);
            var run = "";
            for (var call = 0; call < 20; call++)
            {
                using var answer = await host.Client.GetAsync(List);
                run += answer.IsSuccessStatusCode ? "." : "x";
            }

            return run;
        }

        var once = await PlayAsync();
        Assert.Equal(once, await PlayAsync());
        Assert.Contains('x', once);
        Assert.Contains('.', once);
    }

    [Fact]
    public async Task Calls_are_counted_by_operation()
    {
        await using var host = await ProcoreHost.StartAsync();
        host.Simulator.Calls.Reset();
        await host.GetAsync(List);
        await host.GetAsync(List + "&page=1");
        await host.GetAsync("rest/v1.0/me");
        Assert.Equal(2, host.Simulator.Calls.Snapshot()["GET /rest/v1.1/requisitions"]);
        Assert.Equal(1, host.Simulator.Calls.Snapshot()["GET /rest/v1.0/me"]);
        Assert.Equal(3, host.Simulator.Calls.Total);
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();

    private static async Task<string> RefusalAsync(ProcoreHost host, string path, HttpStatusCode status)
    {
        using var answer = await host.Client.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.ToString();
    }
}
