using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Wbs;

/// <summary>The items of the task segment become those of the tasks, whatever Procore answers in between.</summary>
public sealed class SegmentPushTests
{
    private const string Address = "/runs/continue";
    private const string Project = ScriptedSegment.Project;
    private const string Wbs = ScriptedSegment.Wbs;
    private const string Items = ScriptedSegment.Address;
    private const string Oracle = ScriptedSegment.Oracle;

    private readonly ScriptedSegment segment = new();

    [Fact]
    public async Task Tasks_become_items_names_follow_and_the_run_ends_when_a_new_list_shows_it()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(
            host,
            "flat",
            ScriptedSegment.Task("26", null, lowest: false),
            ScriptedSegment.Task("2600", "26"),
            ScriptedSegment.Task("2605", "26", chargeable: false),
            ScriptedSegment.Task("2610", "26")
        );
        segment.Item("2605", "Closed");
        segment.Item("2610", "Old");
        segment.Item("9999", "Not ours");
        var run = ScriptedSegment.Run(host);

        var answer = (await host.PostAsync(Address)).Ok();

        Assert.Equal((1, 0, false), (answer.Number("runsFinished"), answer.Number("runsFailed"), answer.Flag("hasMore")));
        Assert.Equal(["2600 Task 2600 active", "2605 Closed inactive", "2610 Task 2610 active", "9999 Not ours active"], segment.Listed());
        Assert.Equal(
            "Segment Oracle Task has an active item for 2 Oracle tasks. 1 item that is not an Oracle task was left unchanged: 9999",
            ScriptedSegment.Message(host, run)
        );
        var row = new RowView(host.Dataverse.Row(RunTable.LogicalName, run));
        Assert.Equal((3, 3), (row.WholeNumber(RunTable.Total), row.WholeNumber(RunTable.Done)));
        // One write for each change, and the list is read before the first and after the last.
        Assert.Equal((1, 2, 2), (host.Procore.Count("POST", Items), host.Procore.Count("PATCH", Items), host.Procore.Count("GET", Items)));
        Assert.Equal(0, host.Procore.Count("DELETE", ""));
        var calls = host.Procore.Calls.FindIndex(call => call.Method != "GET");
        Assert.Contains(host.Procore.Calls[..calls], call => call.Is("GET", "/rest/v1.0/companies"));
        Assert.Contains(host.Procore.Calls[..calls], call => call.Is("GET", "/rest/v1.1/projects?company_id=562949953421312"));

        host.Procore.Calls.Clear();
        ScriptedSegment.Run(host, "LAKESHORE|1|RUN|SEGMENT|1|2");
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.DoesNotContain(host.Procore.Calls, call => call.Method != "GET");
    }

    [Fact]
    public async Task A_run_waits_for_the_reading_of_the_structures_and_ends_where_they_cannot_be_read()
    {
        await using var host = await GatewayHost.StartAsync();
        var project = host.Dataverse.Row(ProjectTable.LogicalName, segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null)));
        var read = project[ProjectTable.StructureReadOn];
        var run = ScriptedSegment.Run(host);
        project[ProjectTable.StructureReadOn] = null;
        Assert.False((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Equal("The tasks of the project will be read from Oracle first. The run continues automatically.", ScriptedSegment.Message(host, run));
        Assert.Empty(segment.Items);

        project[ProjectTable.StructureReadOn] = read;
        project[ProjectTable.StructureNote] = "Oracle is closed. Open it.";
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Equal(
            "The structures of project Tower could not be read: Oracle is closed. Open it. Then start again.",
            ScriptedSegment.Message(host, run)
        );
        Assert.Empty(segment.Items);
    }

    [Fact]
    public async Task A_tiered_segment_gets_parents_first_with_the_ids_that_the_answers_give()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(
            host,
            "tiered",
            ScriptedSegment.Task("26", null, lowest: false),
            ScriptedSegment.Task("2600", "26"),
            ScriptedSegment.Task("2605", "26")
        );
        ScriptedSegment.Run(host);
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(["26 Task 26 active", "26-2600 Task 2600 active", "26-2605 Task 2605 active"], segment.Listed());
        Assert.Equal(2, host.Procore.Count("GET", Items));
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_nothing_is_made_twice()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null), ScriptedSegment.Task("2605", null));
        var run = ScriptedSegment.Run(host);
        var lost = 0;
        host.Procore.On(
            "POST",
            Items,
            call =>
            {
                var made = segment.Create(call);
                return lost++ == 0 ? throw new HttpRequestException("The connection broke.") : made;
            }
        );
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(["2600 Task 2600 active", "2605 Task 2605 active"], segment.Listed());
        Assert.Equal(2, host.Procore.Count("POST", Items));
        Assert.StartsWith("Segment Oracle Task has an active item for 2 Oracle tasks.", ScriptedSegment.Message(host, run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_limit_and_an_outage_leave_the_run_waiting_and_the_next_call_goes_on()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null), ScriptedSegment.Task("2605", null));
        var run = ScriptedSegment.Run(host);
        var isBusy = true;
        var made = 0;
        host.Procore.On("POST", Items, call => isBusy && made++ > 0 ? ScriptedWire.Json("{}", 429, ("Retry-After", "3000")) : segment.Create(call));
        var answer = (await host.PostAsync(Address)).Ok();
        // Nothing is gained by a call made at once.
        Assert.Equal((0, 0, false), (answer.Number("runsFinished"), answer.Number("runsFailed"), answer.Flag("hasMore")));
        var row = new RowView(host.Dataverse.Row(RunTable.LogicalName, run));
        Assert.Equal(
            (RunStateChoice.Running, 2, 1),
            (row.Choice(RunTable.RunState), row.WholeNumber(RunTable.Total), row.WholeNumber(RunTable.Done))
        );
        Assert.Equal("Procore's request limit is used up. The run continues automatically.", row.Text(RunTable.Message));

        host.Procore.On("GET", Items, _ => ScriptedWire.Json("{}", 503));
        Assert.False((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Equal(RunStateChoice.Running, new RowView(host.Dataverse.Row(RunTable.LogicalName, run)).Choice(RunTable.RunState));

        isBusy = false;
        host.Procore.On("GET", Items, _ => segment.List());
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(["2600 Task 2600 active", "2605 Task 2605 active"], segment.Listed());
    }

    [Fact]
    public async Task The_time_of_a_call_ends_it_between_two_writes()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null), ScriptedSegment.Task("2605", null));
        ScriptedSegment.Run(host);
        host.Procore.On(
            "POST",
            Items,
            call =>
            {
                host.Clock.Advance(TimeSpan.FromMinutes(2));
                return segment.Create(call);
            }
        );
        Assert.True((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Single(segment.Items);
        Assert.True((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(2, segment.Items.Count);
    }

    [Fact]
    public async Task An_id_that_changed_before_the_write_is_learned_from_a_new_list()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null));
        segment.Item("2600", "Old");
        ScriptedSegment.Run(host);
        var isFirst = true;
        host.Procore.On(
            "PATCH",
            Items,
            call =>
            {
                if (isFirst)
                {
                    isFirst = false;
                    var (id, item) = segment.Items.Single();
                    segment.Items.Remove(id);
                    segment.Items[item["id"]!.GetValue<int>() + 50] = item;
                    item["id"] = id + 50;
                }

                return segment.Change(call);
            }
        );
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(["2600 Task 2600 active"], segment.Listed());
    }

    [Fact]
    public async Task What_Procore_refuses_twice_is_named_with_its_words_and_the_rest_is_done()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null), ScriptedSegment.Task("2605", null));
        var run = ScriptedSegment.Run(host);
        host.Procore.On(
            "POST",
            Items,
            call => call.Body.Contains("2600", StringComparison.Ordinal) ? ScriptedWire.Json("""{"errors":"too odd"}""", 422) : segment.Create(call)
        );
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Equal(["2605 Task 2605 active"], segment.Listed());
        Assert.Contains(
            "1 change: 2600: Procore refused items of the task segment (422)",
            ScriptedSegment.Message(host, run),
            StringComparison.Ordinal
        );
        Assert.Contains("too odd", ScriptedSegment.Message(host, run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_Procore_accepts_and_does_not_make_and_one_that_it_never_answers_end_the_run_with_their_names()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null), ScriptedSegment.Task("2605", null), ScriptedSegment.Task("2610", null));
        segment.Item("2600", "Old");
        var run = ScriptedSegment.Run(host);
        host.Procore.On("PATCH", Items, _ => ScriptedWire.Json("{}"));
        host.Procore.On(
            "POST",
            Items,
            call => call.Body.Contains("2605", StringComparison.Ordinal) ? ScriptedWire.Json("{}", 500) : segment.Create(call)
        );
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains(
            "2600: Procore accepted the change, but lists the item without it.",
            ScriptedSegment.Message(host, run),
            StringComparison.Ordinal
        );
        Assert.Contains("2605: Procore reported an error (500)", ScriptedSegment.Message(host, run), StringComparison.Ordinal);
        Assert.Equal(["2600 Old active", "2610 Task 2610 active"], segment.Listed());
        Assert.Equal(6, host.Procore.Count("POST", Items));
    }

    [Theory]
    [InlineData(422, "Custom segments are not supported in a company with ERP Integrations", "Map by cost code and cost type instead")]
    [InlineData(403, "You do not have permission", "give it Standard access to the work breakdown structure")]
    public async Task A_company_or_an_account_that_cannot_is_told_at_the_first_write(int status, string said, string part)
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null), ScriptedSegment.Task("2605", null));
        var run = ScriptedSegment.Run(host);
        host.Procore.On("POST", Items, _ => ScriptedWire.Json(new JsonObject { ["errors"] = said }.ToJsonString(), status));
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains(part, ScriptedSegment.Message(host, run), StringComparison.Ordinal);
        Assert.Equal(1, host.Procore.Count("POST", Items));
    }

    [Fact]
    public async Task A_project_without_the_segment_or_with_one_of_the_company_is_told_what_to_do()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null));
        host.Procore.On("GET", Wbs + "/patterns", """{"segments":[{"id":7,"type":"cost_code","name":"Oracle Task"}]}""");
        var none = ScriptedSegment.Run(host);
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains(
            "has no custom segment 'Oracle Task' in Procore. Add the segment",
            ScriptedSegment.Message(host, none),
            StringComparison.Ordinal
        );

        // Procore may list a segment that the codes of the project do not have.
        host.Procore.On(
            "GET",
            Wbs + "/patterns",
            """{"segments":[{"id":7,"type":"custom","name":"Oracle Task","is_included_in_project_pattern":false}]}"""
        );
        var off = ScriptedSegment.Run(host, "LAKESHORE|1|RUN|SEGMENT|1|3");
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains("has no custom segment 'Oracle Task' in Procore", ScriptedSegment.Message(host, off), StringComparison.Ordinal);

        host.Procore.On("GET", Wbs + "/patterns", ScriptedSegment.Pattern("flat", modifies: false));
        var company = ScriptedSegment.Run(host, "LAKESHORE|1|RUN|SEGMENT|1|2");
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains("lets only the company change the items", ScriptedSegment.Message(host, company), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Procore.Calls, call => call.Method != "GET");
    }

    [Fact]
    public async Task Where_Oracle_shows_no_task_that_takes_cost_nothing_becomes_inactive()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null, chargeable: false));
        segment.Item("2600", "Task 2600");
        var run = ScriptedSegment.Run(host);
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains("so every item would become inactive", ScriptedSegment.Message(host, run), StringComparison.Ordinal);
        Assert.Equal(["2600 Task 2600 active"], segment.Listed());
    }

    [Theory]
    [InlineData("run", "before environment 'LAKESHORE' became generation 1")]
    [InlineData("project", "was entered before environment 'LAKESHORE' became generation 1")]
    [InlineData("company", "Procore does not show company 562949953421312")]
    [InlineData("shown", "Procore does not show project 562949953500001 in company 562949953421312")]
    [InlineData("owner", "Procore does not show project 562949953500001 in company 562949953421312")]
    [InlineData("oracle", "Oracle project 'P-1' was not found")]
    [InlineData("environment", "belongs to another environment")]
    public async Task A_side_that_is_another_environment_stops_the_run_before_it_writes(string side, string part)
    {
        await using var host = await GatewayHost.StartAsync();
        var project = segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null));
        var run = ScriptedSegment.Run(host, side == "run" ? "LAKESHORE|2|RUN|SEGMENT|1|1" : "LAKESHORE|1|RUN|SEGMENT|1|1");
        Action? other = side switch
        {
            "project" => () => host.Dataverse.Row(ProjectTable.LogicalName, project)[ProjectTable.Key] = "LAKESHORE|11|PROCORE|PROJECT|1",
            "environment" => () =>
                host.Dataverse.Row(ProjectTable.LogicalName, project)[ProjectTable.EnvironmentId] = new EntityReference(
                    EnvironmentTable.LogicalName,
                    new Guid("00000000-0000-0000-0000-0000000000ee")
                ),
            "company" => () => host.Procore.On("GET", "/rest/v1.0/companies", """[{"id":1}]"""),
            "shown" => () => host.Procore.On("GET", "/rest/v1.1/projects", "[]"),
            "owner" => () => host.Procore.On("GET", "/rest/v1.1/projects", $$"""[{"id":{{Project}},"company":{"id":1} }]"""),
            "oracle" => () => host.Oracle.On("GET", Oracle + "?", """{"items":[],"hasMore":false}"""),
            _ => null,
        };
        other?.Invoke();
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains(part, ScriptedSegment.Message(host, run), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Procore.Calls, call => call.Method != "GET");
    }

    // 3,600 requests an hour; the spike limit of ten seconds is waited for by the call itself.
    [Theory]
    [InlineData(3600, 720, 1800, true)]
    [InlineData(3600, 719, 1800, false)]
    [InlineData(3600, 0, 61, false)]
    [InlineData(25, 1, 10, true)]
    [InlineData(600, 119, 3599, false)]
    public async Task The_last_fifth_of_an_hour_is_kept_for_other_work(int limit, int remaining, int seconds, bool isSent)
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null), ScriptedSegment.Task("2605", null));
        var run = ScriptedSegment.Run(host);
        var isScarce = true;
        host.Procore.On(
            "POST",
            Items,
            call =>
            {
                var answer = segment.Create(call);
                if (isScarce)
                {
                    var reset = host.Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();
                    answer.Headers.Add("X-Rate-Limit-Limit", limit.ToString(CultureInfo.InvariantCulture));
                    answer.Headers.Add("X-Rate-Limit-Remaining", remaining.ToString(CultureInfo.InvariantCulture));
                    answer.Headers.Add("X-Rate-Limit-Reset", reset.ToString(CultureInfo.InvariantCulture));
                }

                return answer;
            }
        );
        var first = (await host.PostAsync(Address)).Ok();
        Assert.Equal((isSent ? 1 : 0, false), (first.Number("runsFinished"), first.Flag("hasMore")));
        Assert.Equal(isSent ? 2 : 1, segment.Items.Count);
        if (!isSent)
        {
            Assert.Contains(
                "the rest is kept for invoices. The run continues automatically.",
                ScriptedSegment.Message(host, run),
                StringComparison.Ordinal
            );
            isScarce = false;
            Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
            Assert.Equal(2, segment.Items.Count);
        }
    }

    [Fact]
    public async Task An_environment_that_changed_between_two_calls_stops_the_next_one_before_it_writes()
    {
        await using var host = await GatewayHost.StartAsync();
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null), ScriptedSegment.Task("2605", null));
        var run = ScriptedSegment.Run(host);
        host.Procore.On(
            "POST",
            Items,
            call =>
            {
                host.Clock.Advance(TimeSpan.FromMinutes(2));
                return segment.Create(call);
            }
        );
        Assert.True((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Single(segment.Items);

        var environment = host.Dataverse.Row(EnvironmentTable.LogicalName, host.EnvironmentId);
        foreach (
            var (column, other) in new (string, object)[] { (EnvironmentTable.ProcoreCompanyId, "7"), (EnvironmentTable.OraclePod, "other-test") }
        )
        {
            var before = environment[column];
            environment[column] = other;
            Assert.Equal(409, (await host.PostAsync(Address)).Status);
            environment[column] = before;
        }

        environment[EnvironmentTable.Generation] = 2;
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains("became generation 2. Start a new run", ScriptedSegment.Message(host, run), StringComparison.Ordinal);
        Assert.Single(segment.Items);
    }

    [Theory]
    [InlineData("https://lakeshore-test.fa.us2.oraclecloud.com", true)]
    [InlineData("https://lakeshore-test.fa.us2", true)]
    [InlineData("https://other-test.fa.us2.oraclecloud.com", false)]
    [InlineData("https://lakeshore-test.fa.us20.oraclecloud.com", false)]
    public async Task The_address_of_Oracle_must_be_that_of_the_pod_of_the_environment(string address, bool isOfPod)
    {
        await using var host = await GatewayHost.StartAsync(("Oracle:BaseUrl", address));
        segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null));
        var run = ScriptedSegment.Run(host);
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number(isOfPod ? "runsFinished" : "runsFailed"));
        Assert.Equal(isOfPod ? 1 : 0, segment.Items.Count);
        Assert.Equal(
            !isOfPod,
            ScriptedSegment
                .Message(host, run)!
                .StartsWith(
                    "Environment 'LAKESHORE' names the Oracle pod 'lakeshore-test.fa.us2', but this gateway reads from",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task A_project_template_is_looked_up_as_one_and_gets_items_and_no_codes()
    {
        await using var host = await GatewayHost.StartAsync();
        var project = host.Dataverse.Row(
            ProjectTable.LogicalName,
            segment.Arrange(host, "flat", ScriptedSegment.Task("2600", null), ScriptedSegment.Task("2605", null))
        );
        segment.CodeInUse(host, 1, "2600");
        project[ProjectTable.IsTemplate] = true;
        var none = ScriptedSegment.Run(host);
        host.Procore.On("GET", "/rest/v1.1/projects", call => Projects(call, isTemplate: false));
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains(
            $"Procore does not show project template {Project} in company",
            ScriptedSegment.Message(host, none),
            StringComparison.Ordinal
        );
        Assert.Contains("whether it is a project template", ScriptedSegment.Message(host, none), StringComparison.Ordinal);
        Assert.Empty(segment.Items);

        host.Procore.On("GET", "/rest/v1.1/projects", call => Projects(call, isTemplate: true));
        ScriptedSegment.Run(host, "LAKESHORE|1|RUN|SEGMENT|1|2");
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(["2600 Task 2600 active", "2605 Task 2605 active"], segment.Listed());
        Assert.Equal(0, host.Procore.Count("GET", ScriptedSegment.CodesAddress));
    }

    // As the local Procore: without the filter there are no templates, with it there is nothing else.
    private static HttpResponseMessage Projects(WireCall call, bool isTemplate) =>
        ScriptedWire.Json(
            call.Address.Contains("filters[template]=true", StringComparison.Ordinal) == isTemplate
                ? $$"""[{"id":{{Project}},"company":{"id":{{GatewayHost.CompanyId}} } }]"""
                : "[]"
        );
}
