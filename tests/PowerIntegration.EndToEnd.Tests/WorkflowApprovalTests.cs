using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Flows.Running;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Invoices that have a workflow in Procore: what was decided in Teams is answered there once, and comes back as nothing new.</summary>
public sealed class WorkflowApprovalTests
{
    private const string Omar = "omar.lindqvist";
    private const string Reviewer = "dana.whitfield@lakeshorebuilders.example";
    private const string Number = "PCC-25-1187";
    private const string Project = "562949953500001";
    private const string Workflows = "rest/v2.0/companies/562949953421312/projects/" + Project + "/workflows/instances";
    private const string Label = "@OData.Community.Display.V1.FormattedValue";
    private const string Respond = "POST /rest/v2.0/companies/{company_id}/projects/{project_id}/workflows/instances/{id}/responses";

    [Fact]
    public async Task An_approval_in_Teams_answers_the_step_in_Procore_once_and_its_echo_is_nothing_new()
    {
        using var data = ApprovalTests.InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        var id = await StartAsync(driver, isReviewed: true);

        await AnswerAsync(driver, "Approve", "Checked on site");

        Assert.Equal("Posted", await StateAsync(driver));
        var request = (await driver.RowsAsync("pint_approvals"))[^1];
        Assert.Equal("Given", request["pint_workflowanswer" + Label]!.ToString());
        Assert.Equal(("approved", 1), (await StatusAsync(driver, id), Responses(driver)));
        Assert.Contains("approved in Microsoft Teams by Omar Lindqvist", await CommentAsync(driver), StringComparison.Ordinal);
        Assert.Contains("\"Checked on site\"", await CommentAsync(driver), StringComparison.Ordinal);
        Assert.Empty(driver.Sandbox.Answers.Faults);
        Assert.Contains(("AnswerWorkflowStep", 200), driver.Sandbox.Answers.Answered.Keys);

        // Every run of it again, and the hourly sweep: nothing more is answered.
        foreach (var run in driver.Sandbox.Flows.Runs.Where(run => run.Flow.Name == "PI - Approvals - Record Response").ToList())
        {
            driver.Sandbox.Flows.Redeliver(run);
        }

        driver.Clock.Advance(TimeSpan.FromHours(2));
        await driver.RunFlowsAsync();
        Assert.Equal(1, Responses(driver));

        // Procore shows the invoice as approved by our account: the event is read, and nothing comes of it.
        var events = await driver.RowsAsync("pint_inboundevents");
        Assert.Equal(2, events.Count);
        Assert.All(events, one => Assert.Equal("Read", one["pint_eventstate" + Label]!.ToString()));
        Assert.Single(await driver.RowsAsync($"pint_documents?$filter=pint_procoreid eq '{id}'"));
        Assert.Empty(await driver.RowsAsync("pint_findings"));
        Assert.Single(driver.Sandbox.Oracle.ReceivedPayloads, payload => payload["InvoiceNumber"]?.ToString() == Number);
        Assert.All(driver.Sandbox.Flows.Runs, run => Assert.Equal(RunStatus.Succeeded, run.Status));
    }

    [Fact]
    public async Task A_decision_waits_for_the_step_before_and_a_rejection_sends_the_invoice_back_in_Procore()
    {
        using var data = ApprovalTests.InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        var id = await StartAsync(driver, isReviewed: false);

        await AnswerAsync(driver, "Reject", "Line 4 is not installed");
        Assert.Equal("Waiting", (await driver.RowsAsync("pint_approvals"))[^1]["pint_workflowanswer" + Label]!.ToString());
        Assert.Equal(0, Responses(driver));

        driver.Sandbox.Procore.Actors.Respond(id, Reviewer, "approve", driver.Clock.GetUtcNow());
        driver.Clock.Advance(TimeSpan.FromHours(1));
        await driver.RunFlowsAsync();
        await driver.PollAsync();

        Assert.Equal("Given", (await driver.RowsAsync("pint_approvals"))[^1]["pint_workflowanswer" + Label]!.ToString());
        Assert.Equal(("revise_and_resubmit", 1), (await StatusAsync(driver, id), Responses(driver)));
        Assert.Equal("Refused", await StateAsync(driver));
        Assert.Single(await driver.RowsAsync($"pint_documents?$filter=pint_procoreid eq '{id}'"));
        Assert.Empty(driver.Sandbox.Oracle.ReceivedPayloads);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_power_cut_on_either_side_of_the_answer_answers_once(bool isAnswered)
    {
        using var data = ApprovalTests.InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        var id = await StartAsync(driver, isReviewed: true);

        driver.Sandbox.Power.WaitFor(kind => kind.EndsWith("/responses", StringComparison.Ordinal), isAnswered);
        await AnswerAsync(driver, "Approve");
        Assert.True(driver.Sandbox.Power.IsDark);
        Assert.Equal(isAnswered ? 1 : 0, Responses(driver));
        driver.Sandbox.Power.Restore();
        for (var hour = 0; hour < 2; hour++)
        {
            driver.Clock.Advance(TimeSpan.FromHours(1));
            await driver.RunFlowsAsync();
        }

        Assert.Equal("Given", (await driver.RowsAsync("pint_approvals"))[^1]["pint_workflowanswer" + Label]!.ToString());
        Assert.Equal(("approved", 1), (await StatusAsync(driver, id), Responses(driver)));
        Assert.Equal("Posted", await StateAsync(driver));
        Assert.Single(await driver.RowsAsync($"pint_documents?$filter=pint_procoreid eq '{id}'"));
        Assert.Empty(await driver.RowsAsync("pint_findings?$filter=pint_kind eq 'approved-twice'"));
    }

    [Fact]
    public async Task A_rule_that_names_Procore_is_refused_once_Procore_was_read_to_have_no_workflow()
    {
        using var data = new ChangedData().With("procore/workflow_presets.json", root => root.AsArray().Clear());
        await using var driver = await SandboxDriver.StartAsync(data);
        await driver.PollAsync();
        Assert.Equal("None", (await driver.RowsAsync("pint_projects"))[0]["pint_procoreworkflow" + Label]!.ToString());

        var rule = new JsonObject
        {
            ["pint_key"] = "LAKESHORE|1|OWNERSHIP|FULTON",
            ["pint_name"] = "Fulton Yards Tower",
            ["pint_EnvironmentId@odata.bind"] = "pint_environments(pint_key='LAKESHORE')",
            ["pint_ProjectId@odata.bind"] = $"pint_projects(pint_key='LAKESHORE|1|PROCORE|PROJECT|{Project}')",
            ["pint_documenttype"] = 723100000,
            ["pint_systemofrecord"] = 723100000,
            ["pint_approvalplace"] = 723100000,
            ["pint_triggerstatus"] = "approved",
            ["pint_validfrom"] = "2025-10-01",
        };
        var refused = await driver.DataverseAsync(SandboxDriver.Administrator, HttpMethod.Post, "pint_ownershiprules", rule);
        Assert.Equal(400, refused.Status);
        Assert.Contains("24-017 Fulton Yards Tower (read on 2025-10-01). Choose Oracle", refused.Text, StringComparison.Ordinal);

        rule["pint_approvalplace"] = 723100001;
        await driver.EnterAndActivateAsync("pint_ownershiprule", rule);
    }

    // The invoice is under review and asked in Teams; its workflow is at the reviewer's step, or at the step of our account.
    private static async Task<long> StartAsync(SandboxDriver driver, bool isReviewed)
    {
        var id = await ApprovalTests.SubmitAsync(driver);
        driver.Sandbox.Procore.Actors.StartWorkflow(id, driver.Clock.GetUtcNow());
        if (isReviewed)
        {
            driver.Sandbox.Procore.Actors.Respond(id, Reviewer, "approve", driver.Clock.GetUtcNow());
        }

        return id;
    }

    private static async Task AnswerAsync(SandboxDriver driver, string answer, string? comments = null)
    {
        var person = driver.Sandbox.Seed.User(Omar).SystemUserId;
        driver.Clock.Advance(TimeSpan.FromMinutes(30));
        var open = driver.Sandbox.Approvals.OpenFor(person).Single();
        Assert.Null(driver.Sandbox.Approvals.Answer(person, open.ApprovalId, answer, comments).Refusal);
        await driver.RunFlowsAsync();
    }

    private static async Task<string> StateAsync(SandboxDriver driver) =>
        (await driver.DocumentAsync(Number))["pint_documentstate" + Label]!.ToString();

    private static int Responses(SandboxDriver driver) => driver.Sandbox.Procore.Calls.Snapshot().GetValueOrDefault(Respond);

    private static async Task<string> StatusAsync(SandboxDriver driver, long id) =>
        (await ProcoreAsync(driver, $"rest/v1.1/requisitions/{id}?project_id={Project}"))["status"]!.ToString();

    private static async Task<string> CommentAsync(SandboxDriver driver)
    {
        var run = (await ProcoreAsync(driver, Workflows + "?filters[tool_type]=requisition"))["data"]![0]!["id"]!;
        var history = (await ProcoreAsync(driver, $"{Workflows}/{run}/history"))["data"]!["history"]!.AsArray();
        return history[^2]!["details"]!["responses"]![0]!["comment"]!.ToString();
    }

    private static async Task<JsonNode> ProcoreAsync(SandboxDriver driver, string path)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = driver.Sandbox.Credentials.ProcoreClientId,
                ["client_secret"] = driver.Sandbox.Credentials.ProcoreClientSecret,
            }
        );
        using var signIn = await driver.Sandbox.Client.PostAsync($"{driver.Sandbox.Root}/procore/oauth/token", form, SandboxDriver.Cancellation);
        var token = JsonNode.Parse(await signIn.Content.ReadAsStringAsync(SandboxDriver.Cancellation))!["access_token"]!.ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{driver.Sandbox.Root}/procore/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Procore-Company-Id", "562949953421312");
        using var response = await driver.Sandbox.Client.SendAsync(request, SandboxDriver.Cancellation);
        return JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(SandboxDriver.Cancellation))!;
    }
}
