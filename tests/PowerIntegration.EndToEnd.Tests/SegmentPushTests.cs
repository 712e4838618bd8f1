using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Procore.Faults;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>
/// The tasks of Oracle become items of the task segment in Procore: whatever breaks on the way, each item is there once, and nothing is deleted.
/// </summary>
public sealed class SegmentPushTests
{
    private const string Project = "FYT-2401";
    private const long ProcoreProject = 562949953500001;
    private const long Segment = 562949953450001;
    private const string Label = "@OData.Community.Display.V1.FormattedValue";
    private const string Items = "rest/v1.0/projects/562949953500001/work_breakdown_structure/segments/562949953450001/segment_items";
    private const string ItemsRoute = "/rest/v1.0/projects/{project_id}/work_breakdown_structure/segments/{segment_id}/segment_items";
    private const int Added = 300;

    [Fact]
    public async Task Three_hundred_tasks_survive_lost_answers_rate_limits_a_kill_an_expired_token_and_changing_ids_with_each_item_once()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var procore = driver.Sandbox.Procore;
        procore.Actors.SetToolLevel("work_breakdown_structure", "Standard");
        procore.Wbs.ItemIdsChange = true;
        var before = await ItemsAsync(driver);
        driver.Sandbox.Oracle.Projects.AddTasks(
            Project,
            "01",
            [.. Enumerable.Range(0, Added).Select(number => KeyValuePair.Create($"N{number:000}", $"Task {number}"))]
        );
        driver.Sandbox.Oracle.Projects.RenameTask(Project, "3100", "Formwork and falsework");
        driver.Sandbox.Oracle.Projects.SetChargeable(Project, "2100", false);
        procore.WbsActors.ImportItems(ProcoreProject, Segment, [KeyValuePair.Create("ZZZ", "Entered by a person")]);

        var run = await StartRunAsync(driver);
        var seeded = new SeededIdSource(11);

        procore.Faults.FailSome(seeded, 10, ProcoreFault.AnswerLost);
        await ContinueAsync(driver);
        Assert.Equal("Running", (await RunAsync(driver, run))["pint_runstate" + Label]!.ToString());

        driver.Sandbox.Power.WaitFor(IsCreation, isAnswered: true);
        await ContinueAsync(driver);
        Assert.True(driver.Sandbox.Power.IsDark);
        driver.Sandbox.Power.Restore();

        procore.Faults.FailSome(seeded, 5, ProcoreFault.TooManyRequests);
        await ContinueAsync(driver);
        procore.Faults.FailSome(seeded, 8, ProcoreFault.Unavailable);
        await ContinueAsync(driver);
        procore.Faults.FailSome(seeded, 10, ProcoreFault.AnswerLost);
        driver.Clock.Advance(TimeSpan.FromHours(3));
        await ContinueAsync(driver);
        procore.Faults.FailSome(seeded, 0, ProcoreFault.AnswerLost);
        var calls = await UntilFinishedAsync(driver, run);

        Assert.InRange(calls, 0, 6);
        var after = await ItemsAsync(driver);
        // The seeded job has one task that was never entered in Procore.
        Assert.Equal(
            ["0784", "ZZZ"],
            Codes(after).Except(Codes(before), StringComparer.Ordinal).Where(code => code[0] != 'N').Order(StringComparer.Ordinal)
        );
        Assert.Equal(before.Count + Added + 2, after.Count);
        Assert.Equal(after.Count, Codes(after).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Added, after.Count(item => item["code"]!.ToString().StartsWith('N') && item["status"]!.ToString() == "active"));
        Assert.Equal("Formwork and falsework", Named(after, "3100")["name"]!.ToString());
        Assert.Equal("inactive", Named(after, "2100")["status"]!.ToString());
        Assert.Equal("active", Named(after, "ZZZ")["status"]!.ToString());
        Assert.DoesNotContain(procore.Calls.Snapshot().Keys, operation => operation.StartsWith("DELETE", StringComparison.Ordinal));
        Assert.Empty(procore.Refusals);
        var finished = await RunAsync(driver, run);
        Assert.Contains("1 item that is not an Oracle task was left unchanged: ZZZ", finished["pint_message"]!.ToString(), StringComparison.Ordinal);

        var writes = Writes(driver);
        run = await StartRunAsync(driver);
        await UntilFinishedAsync(driver, run);
        Assert.Equal(writes, Writes(driver));

        // From then on the items follow without anyone who starts it.
        driver.Sandbox.Oracle.Projects.RenameTask(Project, "N007", "Renamed later");
        driver.Clock.Advance(TimeSpan.FromHours(2));
        await RefreshAsync(driver);
        await ContinueAsync(driver);
        Assert.Equal("Renamed later", Named(await ItemsAsync(driver), "N007")["name"]!.ToString());
        Assert.Equal(writes + 1, Writes(driver));
    }

    [Fact]
    public async Task A_code_in_use_gains_one_with_its_task_once_two_people_decided_its_mapping()
    {
        await using var driver = await SandboxDriver.StartAsync();
        driver.Sandbox.Procore.Actors.SetToolLevel("work_breakdown_structure", "Standard");
        var first = await StartRunAsync(driver);
        await UntilFinishedAsync(driver, first);
        Assert.EndsWith(
            "1 WBS code in use without one Oracle task today: 07-840.SUB. Add mapping rules for them, then start again.",
            (await RunAsync(driver, first))["pint_message"]!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(0, BulkCalls(driver));

        await driver.AddFirestoppingRuleAsync("0784");
        var second = await StartRunAsync(driver);
        await UntilFinishedAsync(driver, second);
        Assert.EndsWith(
            "1 WBS code in use has a code with its task beside it.",
            (await RunAsync(driver, second))["pint_message"]!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(1, BulkCalls(driver));

        // The new code is read with the others, and the next run has nothing to make.
        await UntilFinishedAsync(driver, await StartRunAsync(driver));
        Assert.Equal(1, BulkCalls(driver));
        var codes = await driver.RowsAsync("pint_procorewbscodes?$select=pint_flatcode,pint_tasksegmentcode,pint_inuse");
        var made = Assert.Single(codes, code => code["pint_flatcode"]!.ToString() == "0784.07-840.SUB");
        Assert.Equal("0784", made["pint_tasksegmentcode"]!.ToString());
        Assert.Single(codes, code => code["pint_flatcode"]!.ToString() == "07-840.SUB");
        Assert.Empty(driver.Sandbox.Procore.Refusals);
    }

    [Fact]
    public async Task A_company_with_erp_integrations_is_told_to_map_by_cost_code_and_cost_type()
    {
        await using var driver = await SandboxDriver.StartAsync();
        driver.Sandbox.Procore.Actors.SetToolLevel("work_breakdown_structure", "Standard");
        driver.Sandbox.Procore.Wbs.HasErpIntegrations = true;
        driver.Sandbox.Oracle.Projects.AddTask(Project, "01", "N001", "New");
        var before = await ItemsAsync(driver);
        var run = await StartRunAsync(driver);
        await driver.SweepAsync();
        await driver.SweepAsync();
        var row = await RunAsync(driver, run);
        Assert.Equal("Failed", row["pint_runstate" + Label]!.ToString());
        Assert.Contains("Map by cost code and cost type instead", row["pint_message"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(Codes(before), Codes(await ItemsAsync(driver)));

        // Every code is proved all the same: the one that has no rule is found by cost code and cost type.
        var days = new JsonObject
        {
            ["ProjectId"] = row["_pint_projectid_value"]!.ToString(),
            ["FromDate"] = "2025-11-30",
            ["ToDate"] = "2025-12-31",
        };
        var proof = await driver.DataverseAsync(SandboxDriver.Administrator, HttpMethod.Post, "pint_CheckCoverage", days);
        await ContinueAsync(driver);
        var proved = await RunAsync(driver, proof.Body!["RunId"]!.ToString());
        Assert.Equal(("Finished", "26", "1"), (proved["pint_runstate" + Label]!.ToString(), $"{proved["pint_total"]}", $"{proved["pint_faults"]}"));
        var finding = Assert.Single(await driver.RowsAsync($"pint_coverageresults?$filter=_pint_runid_value eq {proof.Body!["RunId"]}"));
        Assert.Equal(("07-840", "SUB"), (finding["pint_costcode"]!.ToString(), finding["pint_costtype"]!.ToString()));
    }

    private static bool IsCreation(string request) =>
        request.StartsWith("POST /procore/", StringComparison.Ordinal) && request.EndsWith("/segment_items", StringComparison.Ordinal);

    private static IEnumerable<string> Codes(IReadOnlyList<JsonObject> items) => items.Select(item => item["path_code"]!.ToString());

    private static JsonObject Named(IReadOnlyList<JsonObject> items, string code) => items.Single(item => item["code"]!.ToString() == code);

    private static int Writes(SandboxDriver driver) =>
        driver
            .Sandbox.Procore.Calls.Snapshot()
            .Where(call => call.Key.Contains(ItemsRoute, StringComparison.Ordinal) && !call.Key.StartsWith("GET", StringComparison.Ordinal))
            .Sum(call => call.Value);

    private static int BulkCalls(SandboxDriver driver) =>
        driver.Sandbox.Procore.Calls.Snapshot().Where(call => call.Key.EndsWith("/bulk_create", StringComparison.Ordinal)).Sum(call => call.Value);

    private static async Task<string> StartRunAsync(SandboxDriver driver)
    {
        driver.Clock.Advance(TimeSpan.FromMinutes(1));
        var project = (await driver.RowsAsync("pint_projects?$select=pint_projectid"))[0]["pint_projectid"]!.ToString();
        var body = new JsonObject { ["ProjectId"] = project };
        var refused = await driver.DataverseAsync(SandboxDriver.Accountant, HttpMethod.Post, "pint_PushTaskSegment", body.DeepClone().AsObject());
        Assert.Equal(403, refused.Status);
        var started = await driver.DataverseAsync(SandboxDriver.Administrator, HttpMethod.Post, "pint_PushTaskSegment", body);
        Assert.Equal("Waiting", started.Body!["State"]!.ToString());
        await RefreshAsync(driver);
        return started.Body!["RunId"]!.ToString();
    }

    private static async Task ContinueAsync(SandboxDriver driver)
    {
        driver.Clock.Advance(TimeSpan.FromMinutes(15));
        await driver.GatewayAsync(SandboxDriver.FlowUser, "runs/continue", []);
    }

    private static async Task RefreshAsync(SandboxDriver driver)
    {
        var answer = await driver.GatewayAsync(SandboxDriver.FlowUser, "structures/refresh", []);
        Assert.True(answer.Body!["projectsRead"]!.GetValue<int>() == 1, answer.Text);
    }

    private static async Task<int> UntilFinishedAsync(SandboxDriver driver, string run)
    {
        for (var call = 0; call < 20; call++)
        {
            var row = await RunAsync(driver, run);
            if (row["pint_runstate" + Label]!.ToString() is not ("Running" or "Waiting"))
            {
                Assert.True(row["pint_runstate" + Label]!.ToString() == "Finished", row.ToJsonString());
                return call;
            }

            await ContinueAsync(driver);
        }

        throw new InvalidOperationException("The run does not end.");
    }

    private static async Task<JsonObject> RunAsync(SandboxDriver driver, string run) =>
        (await driver.RowsAsync($"pint_runs?$filter=pint_runid eq {run}"))[0];

    private static async Task<IReadOnlyList<JsonObject>> ItemsAsync(SandboxDriver driver)
    {
        var credentials = driver.Sandbox.Credentials;
        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("grant_type", "client_credentials"),
            KeyValuePair.Create("client_id", credentials.ProcoreClientId),
            KeyValuePair.Create("client_secret", credentials.ProcoreClientSecret),
        ]);
        using var signIn = await driver.Sandbox.Client.PostAsync($"{driver.Sandbox.Root}/procore/oauth/token", form, SandboxDriver.Cancellation);
        var token = JsonNode.Parse(await signIn.Content.ReadAsStringAsync(SandboxDriver.Cancellation))!["access_token"]!.ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{driver.Sandbox.Root}/procore/{Items}?per_page=2000");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Procore-Company-Id", "562949953421312");
        using var response = await driver.Sandbox.Client.SendAsync(request, SandboxDriver.Cancellation);
        var rows = JsonNode.Parse(await response.Content.ReadAsStringAsync(SandboxDriver.Cancellation))!;
        return [.. rows.AsArray().Select(row => row!.AsObject())];
    }
}
