using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>Workflows of invoices: who may answer which step with what, and that the workflow gives the invoice its status.</summary>
public sealed class WorkflowTests
{
    private const string Workflows = "rest/v2.0/companies/562949953421312/projects/562949953500001/workflows";
    private const string List = Workflows + "/instances?filters[tool_type]=requisition";
    private const string Reviewer = "dana.whitfield@lakeshorebuilders.example";
    private const string Account = "562949953430099";
    private const string Approve = "562949953970003";
    private const string Reject = "562949953970004";
    private static readonly DateTimeOffset Later = new(2025, 11, 4, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Approve, "approved")]
    [InlineData(Reject, "revise_and_resubmit")]
    public async Task The_account_answers_its_step_and_the_invoice_gets_the_status_in_its_name(string option, string status)
    {
        await using var host = await ProcoreHost.StartAsync();
        var invoice = Start(host);
        host.Simulator.Actors.Respond(invoice, Reviewer, "approve", Later);
        var run = await OnlyAsync(host);
        var step = (await ShowAsync(host, run))["current_step_occurrence"]!;
        Assert.Equal(Account, step["response_occurrences"]![0]!["assignee"]!["id"]!.ToString());
        Assert.Equal([Approve, Reject], step["available_response_options"]!.AsArray().Select(one => one!["id"]!.ToString()));

        using var answer = await RespondAsync(host, run, step["id"]!.ToString(), option, "approved in Teams");

        Assert.Equal((HttpStatusCode.NoContent, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        var shown = await ShowAsync(host, run);
        Assert.Null(shown["current_step_occurrence"]);
        Assert.NotNull(shown["ended_at"]);
        var requisition = await host.GetAsync($"rest/v1.1/requisitions/{invoice}?project_id=562949953500001");
        Assert.Equal(status, requisition["status"]!.ToString());
        var change = (await host.GetAsync($"rest/v1.0/requisitions/{invoice}/change_histories?project_id=562949953500001")).AsArray()[^1]!;
        Assert.Equal((Account, status), (change["action_by_id"]!.ToString(), change["new_value"]!.ToString()));
        var history = (await host.GetAsync($"{Workflows}/instances/{run}/history"))["data"]!["history"]!.AsArray();
        Assert.Equal(["WorkflowStarted", "ResponseStep", "ResponseStep", "EndStep"], history.Select(one => one!["type"]!.ToString()));
        var response = history[2]!["details"]!["responses"]![0]!;
        Assert.Equal((Account, "approved in Teams"), (response["id"]!.ToString(), response["comment"]!.ToString()));
        Assert.Equal(step["id"]!.ToString(), history[2]!["details"]!["id"]!.ToString());
    }

    [Fact]
    public async Task Who_is_no_assignee_a_step_that_is_past_and_an_option_that_is_not_there_are_refused()
    {
        await using var host = await ProcoreHost.StartAsync();
        var invoice = Start(host);
        var run = await OnlyAsync(host);
        var first = (await ShowAsync(host, run))["current_step_occurrence"]!["id"]!.ToString();
        await AssertRefusedAsync(host, run, first, "562949953970001", HttpStatusCode.Forbidden, "Only an assignee");

        host.Simulator.Actors.Respond(invoice, Reviewer, "approve", Later);
        await AssertRefusedAsync(host, run, first, Approve, HttpStatusCode.UnprocessableEntity, "is not the current step");
        var second = (await ShowAsync(host, run))["current_step_occurrence"]!["id"]!.ToString();
        await AssertRefusedAsync(host, run, second, "562949953970001", HttpStatusCode.UnprocessableEntity, "is not available");
        await AssertRefusedAsync(host, run, second, "", HttpStatusCode.BadRequest, "selected_response_option_id is required");
        await AssertRefusedAsync(host, "1", second, Approve, HttpStatusCode.NotFound, "Not found");
        using var bare = await host.Client.PostAsJsonAsync(
            $"{Workflows}/instances/{run}/responses",
            new { response = new { current_step_occurrence_id = second, selected_response_option_id = Approve } }
        );
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        using var text = await host.Client.PostAsync($"{Workflows}/instances/{run}/responses", new StringContent("x"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);

        // Nothing of this changed anything.
        Assert.Equal(second, (await ShowAsync(host, run))["current_step_occurrence"]!["id"]!.ToString());
        using var done = await RespondAsync(host, run, second, Approve, "x");
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        await AssertRefusedAsync(host, run, second, Approve, HttpStatusCode.UnprocessableEntity, "is not the current step");
    }

    [Fact]
    public async Task The_list_is_filtered_and_read_by_cursors()
    {
        await using var host = await ProcoreHost.StartAsync();
        var month = host.Seed.Months[0];
        var invoices = month.Invoices.Select(invoice => host.Simulator.Actors.SubmitInvoice(month, invoice)).ToList();
        invoices.ForEach(invoice => host.Simulator.Actors.StartWorkflow(invoice, Later));
        host.Simulator.Actors.Respond(invoices[0], Reviewer, "reject", Later);
        host.Simulator.Actors.Respond(invoices[1], Reviewer, "approve", Later);

        Assert.Equal(3, (await DataAsync(host, List)).Count);
        Assert.Equal([invoices[1], invoices[2]], await ItemsAsync(host, List + "&filters[active]=true"));
        Assert.Equal([invoices[0]], await ItemsAsync(host, List + "&filters[active]=false"));
        Assert.Equal([invoices[1]], await ItemsAsync(host, List + "&filters[assignee_id]=" + Account));
        Assert.Equal([invoices[2]], await ItemsAsync(host, List + "&filters[item_id]=" + invoices[2]));
        Assert.Empty(await ItemsAsync(host, Workflows + "/instances?filters[tool_type]=purchase_order_contract"));

        using var page = await host.Client.GetAsync(List + "&per_page=2");
        var next = page.Headers.GetValues("Link").Single().Split('<', '>')[1];
        Assert.Equal([invoices[2]], await ItemsAsync(host, next));
        using var last = await host.Client.GetAsync(next);
        Assert.False(last.Headers.Contains("Link"));
        using var without = await host.Client.GetAsync(Workflows + "/instances");
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
    }

    [Fact]
    public async Task What_is_configured_is_listed_without_its_steps()
    {
        await using var host = await ProcoreHost.StartAsync();
        var preset = Assert.Single(await DataAsync(host, Workflows + "/presets?filters[tool_type]=requisition"))!.AsObject();
        Assert.Equal(["default", "id", "template", "valid"], preset.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Empty(await DataAsync(host, Workflows + "/presets?filters[tool_type]=requisition&filters[is_valid]=false"));
        Assert.Empty(await DataAsync(host, Workflows + "/presets?filters[tool_type]=purchase_order_contract"));
        Assert.Contains(
            await DataAsync(host, "rest/v2.0/companies/562949953421312/workflows/tools"),
            tool => tool!["type"]!.ToString() == "requisition" && tool["provider"]!.ToString() == "Project"
        );
    }

    [Fact]
    public async Task While_a_workflow_is_active_nobody_else_gives_the_invoice_a_status()
    {
        await using var host = await ProcoreHost.StartAsync();
        var actors = host.Simulator.Actors;
        var invoice = Start(host);
        AssertRefused("has an active workflow", () => actors.Approve(invoice, Reviewer, Later));
        AssertRefused("has an active workflow already", () => actors.StartWorkflow(invoice, Later));
        AssertRefused("is not an assignee", () => actors.Respond(invoice, "omar.lindqvist@lakeshorebuilders.example", "approve", Later));
        AssertRefused("takes no answer of the type submit", () => actors.Respond(invoice, Reviewer, "submit", Later));

        actors.Respond(invoice, Reviewer, "reject", Later);
        AssertRefused("has no active workflow", () => actors.Respond(invoice, Reviewer, "approve", Later));
        actors.SetStatus(invoice, "under_review", Reviewer, Later);
        actors.StartWorkflow(invoice, Later);
        Assert.Equal(2, (await DataAsync(host, List)).Count);
    }

    private static long Start(ProcoreHost host)
    {
        var month = host.Seed.Months[0];
        var invoice = host.Simulator.Actors.SubmitInvoice(month, month.Invoices[0]);
        host.Simulator.Actors.StartWorkflow(invoice, Later);
        return invoice;
    }

    private static async Task AssertRefusedAsync(ProcoreHost host, string run, string step, string option, HttpStatusCode status, string words)
    {
        using var answer = await RespondAsync(host, run, step, option, "x");
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> RespondAsync(ProcoreHost host, string run, string step, string option, string comment) =>
        host.Client.PostAsJsonAsync(
            $"{Workflows}/instances/{run}/responses",
            new
            {
                response = new
                {
                    current_step_occurrence_id = step,
                    selected_response_option_id = option,
                    comment,
                    attachments = new { },
                },
            }
        );

    private static async Task<string> OnlyAsync(ProcoreHost host) => Assert.Single(await DataAsync(host, List))!["id"]!.ToString();

    private static async Task<JsonNode> ShowAsync(ProcoreHost host, string run) => (await host.GetAsync($"{Workflows}/instances/{run}"))["data"]!;

    private static async Task<JsonArray> DataAsync(ProcoreHost host, string path) => (await host.GetAsync(path))["data"]!.AsArray();

    private static async Task<IReadOnlyList<long>> ItemsAsync(ProcoreHost host, string path) =>
        [.. (await DataAsync(host, path)).Select(run => long.Parse(run!["item_id"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture))];

    private static void AssertRefused(string words, Action act) =>
        Assert.Contains(words, Assert.Throws<InvalidOperationException>(act).Message, StringComparison.Ordinal);
}
