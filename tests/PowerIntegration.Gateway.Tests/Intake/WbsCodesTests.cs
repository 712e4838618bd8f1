using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Intake;

/// <summary>How often the WBS codes of a project are read, and from where.</summary>
public sealed class WbsCodesTests
{
    private const string Codes = "/rest/v1.0/projects/" + ProcoreRequisition.ProjectId + "/work_breakdown_structure/wbs_codes";
    private const string Changes = "/rest/v1.1/requisitions?project_id=" + ProcoreRequisition.ProjectId + "&filters[updated_at]";

    private readonly ProcoreRequisition procore = new();

    [Fact]
    public async Task A_poll_reads_the_list_once_before_the_first_event_and_documents_take_their_codes_from_dataverse()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host);
        host.Procore.On("GET", Changes, Listed(ProcoreRequisition.Id, "2025-11-04T15:00:00Z"));

        (await host.PostAsync("/procore/changes/detect")).Ok();
        Assert.Equal(
            ["list pint_procorewbscode", "upsert 2 pint_procorewbscode", "create pint_inboundevent"],
            host.Dataverse.Log.Where(IsAboutCodesOrEvents).Where(entry => !entry.StartsWith("list pint_inbound", StringComparison.Ordinal))
        );
        await ReadAsync(host);

        Assert.Equal(1, host.Procore.Count("GET", Codes));
    }

    [Fact]
    public async Task A_poll_without_a_new_change_reads_no_list_and_one_with_a_change_writes_only_what_differs()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host);
        host.Procore.On("GET", Changes, Listed(ProcoreRequisition.Id, "2025-11-04T15:00:00Z"));
        await host.PostAsync("/procore/changes/detect");
        await host.PostAsync("/procore/changes/detect");
        Assert.Equal(1, host.Procore.Count("GET", Codes));

        this.procore.WbsCodes[1]!["flat_code"] = "03-300.LAB";
        host.Procore.On("GET", Changes, Listed(ProcoreRequisition.Id, "2025-11-05T08:00:00Z"));
        await host.PostAsync("/procore/changes/detect");

        Assert.Equal(2, host.Procore.Count("GET", Codes));
        Assert.Equal(1, host.Dataverse.Log.Count(entry => entry == "upsert 1 pint_procorewbscode"));
        Assert.Equal(
            ["03-300.LAB", "3300.03-200.MAT"],
            host.Dataverse.Rows(ProcoreWbsCodeTable.LogicalName).Select(row => (string)row[ProcoreWbsCodeTable.FlatCode]).Order()
        );
        Assert.Contains(
            "LAKESHORE|1|PROCORE|WBS-CODE|562949953500001|182877777",
            host.Dataverse.Rows(ProcoreWbsCodeTable.LogicalName).Select(row => (string)row[ProcoreWbsCodeTable.Key])
        );
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_stops_no_event()
    {
        await using var host = await GatewayHost.StartAsync();
        Arrange(host);
        host.Procore.On("GET", Codes, _ => ScriptedWire.Json("<html>", 200));
        host.Procore.On("GET", Changes, Listed(ProcoreRequisition.Id, "2025-11-04T15:00:00Z"));

        var answer = (await host.PostAsync("/procore/changes/detect")).Ok();

        Assert.Equal((1, 1), (answer.Number("projectsPolled"), answer.Number("eventsCreated")));
        Assert.Contains("WBS codes of project", answer.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_dataverse_lacks_is_looked_up_once_and_another_task_segment_is_read_anew()
    {
        await using var host = await GatewayHost.StartAsync();
        var project = Arrange(host);
        StoredDocuments.AddEvent(host, project);

        await ReadAsync(host);
        await ReadAsync(host);
        Assert.Equal(1, host.Procore.Count("GET", Codes));

        host.Dataverse.Row(ProjectTable.LogicalName, project)[ProjectTable.TaskSegment] = "Phase";
        await ReadAsync(host);
        Assert.Equal(2, host.Procore.Count("GET", Codes));
        Assert.Equal(
            "A",
            host
                .Dataverse.Rows(SourceLineTable.LogicalName)
                .Single(row => ((string)row[SourceLineTable.Key]).EndsWith("|2|S1", StringComparison.Ordinal))[SourceLineTable.TaskSegmentCode]
        );
    }

    [Theory]
    [InlineData("flat", "26-2600")]
    [InlineData("tiered", "2600")]
    public void In_a_tiered_segment_the_task_is_the_code_of_the_item_itself(string structure, string code)
    {
        var row = new JsonObject
        {
            ["id"] = 1,
            ["segment_items"] = new JsonArray(
                new JsonObject
                {
                    ["code"] = "2600",
                    ["path_code"] = "26-2600",
                    ["segment"] = new JsonObject
                    {
                        ["type"] = "custom",
                        ["name"] = "Oracle Task",
                        ["structure"] = structure,
                    },
                }
            ),
        };
        Assert.Equal(code, PowerIntegration.Gateway.Intake.WbsCodes.Read(JsonSerializer.SerializeToElement(row), "Oracle Task")!.TaskSegmentCode);
    }

    [Fact]
    public async Task Rows_of_the_list_that_cannot_be_read_do_not_hide_the_others()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddEvent(host, Arrange(host));
        this.procore.WbsCodes.Insert(0, null);
        this.procore.WbsCodes[1]!["segment_items"]!.AsArray().Insert(0, null);
        var list = this
            .procore.WbsCodes.ToJsonString()
            .Replace("[null,", """[null,{"id":123456789012345678901234567890},""", StringComparison.Ordinal);
        host.Procore.On("GET", Codes, list);

        await ReadAsync(host);

        Assert.Equal(2, host.Dataverse.Rows(ProcoreWbsCodeTable.LogicalName).Count());
    }

    [Fact]
    public async Task Five_thousand_codes_are_five_pages_of_procore_and_five_writes_once_and_then_one_question_per_document()
    {
        await using var host = await GatewayHost.StartAsync();
        var project = Arrange(host);
        host.Procore.On("GET", Codes, call => Page(call.Address, rows: 5000));
        host.Procore.On("GET", Changes, Listed(ProcoreRequisition.Id, "2025-11-04T15:00:00Z"));

        await host.PostAsync("/procore/changes/detect");
        Assert.Equal(5, host.Procore.Count("GET", Codes));
        Assert.Equal(5, host.Dataverse.Log.Count(entry => entry == "upsert 1000 pint_procorewbscode"));
        Assert.Equal(1, host.Dataverse.Log.Count(entry => entry == "list pint_procorewbscode"));

        host.Procore.On("GET", Changes, Listed(ProcoreRequisition.Id, "2025-11-05T08:00:00Z"));
        await host.PostAsync("/procore/changes/detect");
        Assert.Equal(10, host.Procore.Count("GET", Codes));
        Assert.Equal(5, host.Dataverse.Log.Count(entry => entry.StartsWith("upsert", StringComparison.Ordinal)));
        Assert.Equal(project, host.Dataverse.Rows(ProjectTable.LogicalName).Single().Id);
    }

    private Guid Arrange(GatewayHost host)
    {
        this.procore.ServeOn(host.Procore);
        StoredDocuments.AddContract(host);
        return StoredDocuments.AddProject(host);
    }

    private static System.Net.Http.HttpResponseMessage Page(string address, int rows)
    {
        var page = int.Parse(address.Split("page=")[1].Split('&')[0], CultureInfo.InvariantCulture);
        var size = int.Parse(address.Split("per_page=")[1], CultureInfo.InvariantCulture);
        var ids = Enumerable.Range(((page - 1) * size) + 1, Math.Min(size, rows - ((page - 1) * size)));
        var last = rows / size;
        return ScriptedWire.Json(
            "[" + string.Join(",", ids.Select(id => $$"""{"id":{{id}},"flat_code":"F{{id}}"}""")) + "]",
            200,
            (
                "Link",
                page < last
                    ? $"<https://h/p?page={page + 1}>; rel=\"next\", <https://h/p?page={last}>; rel=\"last\""
                    : "<https://h/p?page=1>; rel=\"first\""
            )
        );
    }

    private static string Listed(string id, string time) => $$"""[{"id":{{id}},"updated_at":"{{time}}"}]""";

    private static bool IsAboutCodesOrEvents(string entry) =>
        entry.EndsWith("pint_procorewbscode", StringComparison.Ordinal) || entry.EndsWith("pint_inboundevent", StringComparison.Ordinal);

    private static async Task ReadAsync(GatewayHost host) =>
        (await host.PostAsync("/records/read", new { eventId = host.Dataverse.Rows(InboundEventTable.LogicalName).First().Id })).Ok();
}
