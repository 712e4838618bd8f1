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
    private const string Project = ProcoreRequisition.ProjectId;
    private const string Wbs = $"/rest/v1.0/projects/{Project}/work_breakdown_structure";
    private const string Items = Wbs + "/segments/7/segment_items";
    private const string Oracle = "/fscmRestApi/resources/11.13.18.05/projects";

    private readonly SortedDictionary<int, JsonObject> items = [];
    private int nextId = 100;

    [Fact]
    public async Task Tasks_become_items_names_follow_and_the_run_ends_when_a_new_list_shows_it()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, "flat", Task("26", null, lowest: false), Task("2600", "26"), Task("2605", "26", chargeable: false), Task("2610", "26"));
        Item("2605", "Closed");
        Item("2610", "Old");
        Item("9999", "Not ours");
        var run = Run(host);

        var answer = (await host.PostAsync(Address)).Ok();

        Assert.Equal((1, 0, false), (answer.Number("runsFinished"), answer.Number("runsFailed"), answer.Flag("hasMore")));
        Assert.Equal(["2600 Task 2600 active", "2605 Closed inactive", "2610 Task 2610 active", "9999 Not ours active"], Listed());
        Assert.Equal(
            "Segment Oracle Task has an active item for 2 Oracle tasks. 1 item that is not an Oracle task was left unchanged: 9999",
            Message(host, run)
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
        Run(host, "LAKESHORE|1|RUN|SEGMENT|1|2");
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.DoesNotContain(host.Procore.Calls, call => call.Method != "GET");
    }

    [Fact]
    public async Task A_run_waits_for_the_reading_of_the_structures_and_ends_where_they_cannot_be_read()
    {
        await using var host = await GatewayHost.StartAsync();
        var project = host.Dataverse.Row(ProjectTable.LogicalName, Arrange(host, "flat", Task("2600", null)));
        var read = project[ProjectTable.StructureReadOn];
        var run = Run(host);
        project[ProjectTable.StructureReadOn] = null;
        Assert.True((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Equal("The tasks of the project will be read from Oracle first. The run continues automatically.", Message(host, run));
        Assert.Empty(items);

        project[ProjectTable.StructureReadOn] = read;
        project[ProjectTable.StructureNote] = "Oracle is closed. Open it.";
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Equal("The structures of project Tower could not be read: Oracle is closed. Open it. Then start again.", Message(host, run));
        Assert.Empty(items);
    }

    [Fact]
    public async Task A_tiered_segment_gets_parents_first_with_the_ids_that_the_answers_give()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, "tiered", Task("26", null, lowest: false), Task("2600", "26"), Task("2605", "26"));
        Run(host);
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(["26 Task 26 active", "26-2600 Task 2600 active", "26-2605 Task 2605 active"], Listed());
        Assert.Equal(2, host.Procore.Count("GET", Items));
    }

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_nothing_is_made_twice()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, "flat", Task("2600", null), Task("2605", null));
        var run = Run(host);
        var lost = 0;
        host.Procore.On(
            "POST",
            Items,
            call =>
            {
                var made = Create(call);
                return lost++ == 0 ? throw new HttpRequestException("The connection broke.") : made;
            }
        );
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(["2600 Task 2600 active", "2605 Task 2605 active"], Listed());
        Assert.Equal(2, host.Procore.Count("POST", Items));
        Assert.StartsWith("Segment Oracle Task has an active item for 2 Oracle tasks.", Message(host, run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_limit_and_an_outage_leave_the_run_waiting_and_the_next_call_goes_on()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, "flat", Task("2600", null), Task("2605", null));
        var run = Run(host);
        var isBusy = true;
        var made = 0;
        host.Procore.On("POST", Items, call => isBusy && made++ > 0 ? ScriptedWire.Json("{}", 429, ("Retry-After", "3000")) : Create(call));
        var answer = (await host.PostAsync(Address)).Ok();
        Assert.Equal((0, 0, true), (answer.Number("runsFinished"), answer.Number("runsFailed"), answer.Flag("hasMore")));
        var row = new RowView(host.Dataverse.Row(RunTable.LogicalName, run));
        Assert.Equal(
            (RunStateChoice.Running, 2, 1),
            (row.Choice(RunTable.RunState), row.WholeNumber(RunTable.Total), row.WholeNumber(RunTable.Done))
        );
        Assert.Equal("Procore's request limit is used up. The run continues automatically.", row.Text(RunTable.Message));

        host.Procore.On("GET", Items, _ => ScriptedWire.Json("{}", 503));
        Assert.True((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Equal(RunStateChoice.Running, new RowView(host.Dataverse.Row(RunTable.LogicalName, run)).Choice(RunTable.RunState));

        isBusy = false;
        host.Procore.On("GET", Items, _ => List());
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(["2600 Task 2600 active", "2605 Task 2605 active"], Listed());
    }

    [Fact]
    public async Task The_time_of_a_call_ends_it_between_two_writes()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, "flat", Task("2600", null), Task("2605", null));
        Run(host);
        host.Procore.On(
            "POST",
            Items,
            call =>
            {
                host.Clock.Advance(TimeSpan.FromMinutes(2));
                return Create(call);
            }
        );
        Assert.True((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Single(items);
        Assert.True((await host.PostAsync(Address)).Ok().Flag("hasMore"));
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(2, items.Count);
    }

    [Fact]
    public async Task An_id_that_changed_before_the_write_is_learned_from_a_new_list()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, "flat", Task("2600", null));
        Item("2600", "Old");
        Run(host);
        var isFirst = true;
        host.Procore.On(
            "PATCH",
            Items,
            call =>
            {
                if (isFirst)
                {
                    isFirst = false;
                    var (id, item) = items.Single();
                    items.Remove(id);
                    items[item["id"]!.GetValue<int>() + 50] = item;
                    item["id"] = id + 50;
                }

                return Change(call);
            }
        );
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFinished"));
        Assert.Equal(["2600 Task 2600 active"], Listed());
    }

    [Fact]
    public async Task What_Procore_refuses_twice_is_named_with_its_words_and_the_rest_is_done()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, "flat", Task("2600", null), Task("2605", null));
        var run = Run(host);
        host.Procore.On(
            "POST",
            Items,
            call => call.Body.Contains("2600", StringComparison.Ordinal) ? ScriptedWire.Json("""{"errors":"too odd"}""", 422) : Create(call)
        );
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Equal(["2605 Task 2605 active"], Listed());
        Assert.Contains("1 change: 2600: Procore refused items of the task segment (422)", Message(host, run), StringComparison.Ordinal);
        Assert.Contains("too odd", Message(host, run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_Procore_accepts_and_does_not_make_and_one_that_it_never_answers_end_the_run_with_their_names()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, "flat", Task("2600", null), Task("2605", null), Task("2610", null));
        Item("2600", "Old");
        var run = Run(host);
        host.Procore.On("PATCH", Items, _ => ScriptedWire.Json("{}"));
        host.Procore.On("POST", Items, call => call.Body.Contains("2605", StringComparison.Ordinal) ? ScriptedWire.Json("{}", 500) : Create(call));
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains("2600: Procore accepted the change, but lists the item without it.", Message(host, run), StringComparison.Ordinal);
        Assert.Contains("2605: Procore reported an error (500)", Message(host, run), StringComparison.Ordinal);
        Assert.Equal(["2600 Old active", "2610 Task 2610 active"], Listed());
        Assert.Equal(6, host.Procore.Count("POST", Items));
    }

    [Theory]
    [InlineData(422, "Custom segments are not supported in a company with ERP Integrations", "Map by cost code and cost type instead")]
    [InlineData(403, "You do not have permission", "give it Standard access to the work breakdown structure")]
    public async Task A_company_or_an_account_that_cannot_is_told_at_the_first_write(int status, string said, string part)
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, "flat", Task("2600", null), Task("2605", null));
        var run = Run(host);
        host.Procore.On("POST", Items, _ => ScriptedWire.Json(new JsonObject { ["errors"] = said }.ToJsonString(), status));
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains(part, Message(host, run), StringComparison.Ordinal);
        Assert.Equal(1, host.Procore.Count("POST", Items));
    }

    [Fact]
    public async Task A_project_without_the_segment_or_with_one_of_the_company_is_told_what_to_do()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, "flat", Task("2600", null));
        host.Procore.On("GET", Wbs + "/patterns", """{"segments":[{"id":7,"type":"cost_code","name":"Oracle Task"}]}""");
        var none = Run(host);
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains("has no custom segment 'Oracle Task' in Procore. Add the segment", Message(host, none), StringComparison.Ordinal);

        host.Procore.On("GET", Wbs + "/patterns", Pattern("flat", modifies: false));
        var company = Run(host, "LAKESHORE|1|RUN|SEGMENT|1|2");
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains("lets only the company change the items", Message(host, company), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Procore.Calls, call => call.Method != "GET");
    }

    [Fact]
    public async Task Where_Oracle_shows_no_task_that_takes_cost_nothing_becomes_inactive()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host, "flat", Task("2600", null, chargeable: false));
        Item("2600", "Task 2600");
        var run = Run(host);
        Assert.Equal(1, (await host.PostAsync(Address)).Ok().Number("runsFailed"));
        Assert.Contains("so every item would become inactive", Message(host, run), StringComparison.Ordinal);
        Assert.Equal(["2600 Task 2600 active"], Listed());
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
        var project = Arrange(host, "flat", Task("2600", null));
        var run = Run(host, side == "run" ? "LAKESHORE|2|RUN|SEGMENT|1|1" : "LAKESHORE|1|RUN|SEGMENT|1|1");
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
        Assert.Contains(part, Message(host, run), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Procore.Calls, call => call.Method != "GET");
    }

    private static string? Message(GatewayHost host, Guid run) => new RowView(host.Dataverse.Row(RunTable.LogicalName, run)).Text(RunTable.Message);

    private Guid Arrange(GatewayHost host, string structure, params Entity[] tasks)
    {
        host.Oracle.On("GET", Oracle + "?", """{"items":[{"ProjectId":300}],"hasMore":false}""");
        host.Procore.On("GET", "/rest/v1.0/companies", $$"""[{"id":{{GatewayHost.CompanyId}} }]""");
        host.Procore.On("GET", "/rest/v1.1/projects", $$"""[{"id":{{Project}},"company":{"id":{{GatewayHost.CompanyId}} } }]""");
        host.Procore.On("GET", Wbs + "/patterns", Pattern(structure, modifies: true));
        host.Procore.On("GET", Items, _ => List());
        host.Procore.On("POST", Items, Create);
        host.Procore.On("PATCH", Items, Change);
        var project = host
            .Dataverse.Add(
                ProjectTable.LogicalName,
                "LAKESHORE|1|PROCORE|PROJECT|1",
                (ProjectTable.Name, "Tower"),
                (ProjectTable.EnvironmentId, new EntityReference(EnvironmentTable.LogicalName, host.EnvironmentId)),
                (ProjectTable.ProcoreId, Project),
                (ProjectTable.OracleProjectNumber, "P-1"),
                (ProjectTable.TaskSegment, "Oracle Task"),
                (ProjectTable.StructureReadOn, host.Clock.GetUtcNow().UtcDateTime),
                (ProjectTable.RuleState, new OptionSetValue(RuleStateChoice.Active))
            )
            .Id;
        foreach (var task in tasks)
        {
            task[OracleTaskTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project);
            host.Dataverse.Add(
                OracleTaskTable.LogicalName,
                "TASK-" + task[OracleTaskTable.TaskNumber],
                [.. task.Attributes.Select(value => (value.Key, (object?)value.Value))]
            );
        }

        return project;
    }

    private static string Pattern(string structure, bool modifies) =>
        new JsonObject
        {
            ["segments"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = 6,
                    ["type"] = "cost_code",
                    ["name"] = "Cost Code",
                },
                new JsonObject
                {
                    ["id"] = 7,
                    ["type"] = "custom",
                    ["name"] = "oracle task",
                    ["structure"] = structure,
                    ["delimiter"] = ".",
                    ["project_can_modify_origin_project"] = modifies,
                }
            ),
        }.ToJsonString();

    private HttpResponseMessage List() => ScriptedWire.Json(new JsonArray([.. items.Values.Select(Wire)]).ToJsonString());

    private HttpResponseMessage Create(WireCall call)
    {
        var body = JsonNode.Parse(call.Body)!;
        var item = Item(body["code"]!.ToString(), body["name"]!.ToString());
        item["parent_id"] = body["parent_id"]?.DeepClone();
        return ScriptedWire.Json(Wire(item).ToJsonString(), 201);
    }

    // A changed item has another id.
    private HttpResponseMessage Change(WireCall call)
    {
        var id = int.Parse(call.Address[(call.Address.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
        if (!items.Remove(id, out var item))
        {
            return ScriptedWire.Json("""{"errors":"Not found"}""", 404);
        }

        foreach (var (name, value) in JsonNode.Parse(call.Body)!.AsObject())
        {
            item[name] = value?.DeepClone();
        }

        item["id"] = nextId;
        items[nextId++] = item;
        return ScriptedWire.Json(Wire(item).ToJsonString());
    }

    private JsonObject Item(string code, string name) =>
        items[nextId] = new JsonObject
        {
            ["id"] = nextId++,
            ["code"] = code,
            ["name"] = name,
            ["status"] = "active",
            ["in_use"] = true,
        };

    private JsonObject Wire(JsonObject item)
    {
        var copy = item.DeepClone().AsObject();
        var above = item["parent_id"] is { } parent ? items[parent.GetValue<int>()]["code"]!.ToString() : null;
        copy["path_codes"] = above is null ? new JsonArray(item["code"]!.ToString()) : new JsonArray(above, item["code"]!.ToString());
        return copy;
    }

    private IEnumerable<string> Listed() =>
        items
            .Values.Select(item => $"{string.Join("-", Wire(item)["path_codes"]!.AsArray())} {item["name"]} {item["status"]}")
            .Order(StringComparer.Ordinal);

    private static Guid Run(GatewayHost host, string key = "LAKESHORE|1|RUN|SEGMENT|1|1") =>
        host
            .Dataverse.Add(
                RunTable.LogicalName,
                key,
                (RunTable.EnvironmentId, new EntityReference(EnvironmentTable.LogicalName, host.EnvironmentId)),
                (RunTable.ProjectId, new EntityReference(ProjectTable.LogicalName, host.Dataverse.Rows(ProjectTable.LogicalName).Single().Id)),
                (RunTable.RunKind, new OptionSetValue(RunKindChoice.TaskSegment)),
                (RunTable.RunState, new OptionSetValue(RunStateChoice.Waiting))
            )
            .Id;

    private static Entity Task(string number, string? parent, bool lowest = true, bool chargeable = true) =>
        new(OracleTaskTable.LogicalName)
        {
            [OracleTaskTable.TaskNumber] = number,
            [OracleTaskTable.Name] = $"{number} Task {number}",
            [OracleTaskTable.ParentNumber] = parent,
            [OracleTaskTable.LowestLevel] = lowest,
            [OracleTaskTable.Chargeable] = chargeable,
        };
}
