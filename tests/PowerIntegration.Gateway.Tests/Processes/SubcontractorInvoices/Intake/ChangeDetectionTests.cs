using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Processes.SubcontractorInvoices.Intake;

public sealed class ChangeDetectionTests
{
    private const string Requisitions = "/rest/v1.1/requisitions?project_id=" + ProcoreRequisition.ProjectId;
    private const string TwoChanges =
        """[{"id":71,"updated_at":"2025-11-04T15:00:00Z","number":1},{"id":72,"updated_at":"2025-11-04T15:00:01Z","number":1}]""";

    [Fact]
    public async Task A_change_becomes_an_event_once()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On("GET", Requisitions, TwoChanges);

        var first = (await host.PostAsync("/procore/changes/detect")).Ok();
        var second = (await host.PostAsync("/procore/changes/detect")).Ok();

        Assert.Equal((1, 2, 0), (first.Number("projectsPolled"), first.Number("eventsCreated"), first.Number("eventsSeenBefore")));
        Assert.Equal((1, 0, 2), (second.Number("projectsPolled"), second.Number("eventsCreated"), second.Number("eventsSeenBefore")));
        Assert.False(second.Body.GetProperty("hasMore").GetBoolean());
        Assert.Equal(
            ["LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|71|20251104T150000Z", "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|72|20251104T150001Z"],
            host.Dataverse.Rows(InboundEventTable.LogicalName).Select(row => (string)row[InboundEventTable.Key])
        );
    }

    [Fact]
    public async Task A_new_event_waits_as_new_and_an_old_one_is_left_alone()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On("GET", Requisitions, TwoChanges);
        await host.PostAsync("/procore/changes/detect");
        var row = host.Dataverse.Rows(InboundEventTable.LogicalName).First();
        Assert.Equal(EventStateChoice.New, ((OptionSetValue)row[InboundEventTable.EventState]).Value);
        Assert.Equal(RecordTypeChoice.SubcontractorInvoice, ((OptionSetValue)row[InboundEventTable.RecordType]).Value);
        Assert.Equal("71", row[InboundEventTable.ProcoreId]);
        Assert.Equal(new DateTime(2025, 11, 4, 15, 0, 0, DateTimeKind.Utc), row[InboundEventTable.ChangedOn]);

        row[InboundEventTable.EventState] = new OptionSetValue(EventStateChoice.Read);
        await host.PostAsync("/procore/changes/detect");

        Assert.Equal(EventStateChoice.Read, ((OptionSetValue)row[InboundEventTable.EventState]).Value);
    }

    [Fact]
    public async Task The_same_invoice_changed_again_is_another_event()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.OnSequence(
            "GET",
            Requisitions,
            _ => ScriptedWire.Json(TwoChanges),
            _ => ScriptedWire.Json("""[{"id":71,"updated_at":"2025-11-05T08:00:00Z"}]""")
        );

        await host.PostAsync("/procore/changes/detect");
        var second = (await host.PostAsync("/procore/changes/detect")).Ok();

        Assert.Equal(1, second.Number("eventsCreated"));
    }

    [Fact]
    public async Task The_first_poll_looks_back_and_the_next_starts_ten_minutes_before_the_last()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On("GET", Requisitions, "[]");

        await host.PostAsync("/procore/changes/detect");
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.PostAsync("/procore/changes/detect");

        Assert.Equal(
            ["2025-10-05T09:00:00Z...2025-11-05T09:00:00Z", "2025-11-05T08:50:00Z...2025-11-05T09:05:00Z"],
            host.Procore.Calls.Select(call => call.Address.Split("filters[updated_at]=")[1].Split('&')[0])
        );
        var cursor = Assert.Single(host.Dataverse.Rows(CursorTable.LogicalName));
        Assert.Equal(
            SyncKey.ForCursor(GatewayHost.Scope, SourceSystem.Procore, "SUBCONTRACTOR-INVOICE", ProcoreRequisition.ProjectId),
            cursor[CursorTable.Key]
        );
        Assert.Equal(new DateTime(2025, 11, 5, 9, 5, 0, DateTimeKind.Utc), cursor[CursorTable.Watermark]);
    }

    [Fact]
    public async Task A_long_page_is_recognized_in_several_questions()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On(
            "GET",
            Requisitions,
            "[" + string.Join(",", Enumerable.Range(1, 95).Select(id => $$"""{"id":{{id}},"updated_at":"2025-11-04T15:00:00Z"}""")) + "]"
        );

        Assert.Equal(95, (await host.PostAsync("/procore/changes/detect")).Ok().Number("eventsCreated"));
        Assert.Equal(95, (await host.PostAsync("/procore/changes/detect")).Ok().Number("eventsSeenBefore"));

        Assert.Equal(6, host.Dataverse.Log.Count(entry => entry == "list pint_inboundevent"));
    }

    [Fact]
    public async Task Only_active_projects_of_the_environment_are_polled()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host, "1", RuleStateChoice.Draft);
        StoredDocuments.AddProject(host, "2", RuleStateChoice.Superseded);
        host.Dataverse.Add(
            ProjectTable.LogicalName,
            "ELSEWHERE|PROJECT|3",
            (ProjectTable.EnvironmentId, new EntityReference(EnvironmentTable.LogicalName, Guid.AllBitsSet)),
            (ProjectTable.ProcoreId, "3"),
            (ProjectTable.RuleState, new OptionSetValue(RuleStateChoice.Active))
        );

        var answer = (await host.PostAsync("/procore/changes/detect")).Ok();

        Assert.Equal(0, answer.Number("projectsPolled"));
        Assert.Empty(host.Procore.Calls);
    }

    [Fact]
    public async Task A_poll_that_runs_out_of_time_says_so_and_the_next_begins_with_the_project_that_waits()
    {
        await using var host = await GatewayHost.StartAsync();
        foreach (var project in new[] { "1", "2", "3" })
        {
            StoredDocuments.AddProject(host, project);
        }

        host.Procore.On(
            "GET",
            "/rest/v1.1/requisitions",
            _ =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(35));
                return ScriptedWire.Json("[]");
            }
        );

        var first = (await host.PostAsync("/procore/changes/detect")).Ok();
        Assert.Equal(2, first.Number("projectsPolled"));
        Assert.True(first.Body.GetProperty("hasMore").GetBoolean());

        await host.PostAsync("/procore/changes/detect");
        await host.PostAsync("/procore/changes/detect");

        Assert.Equal(["1", "2", "3", "1", "2", "3"], host.Procore.Calls.Select(call => call.Address.Split("project_id=")[1].Split('&')[0]));
    }

    [Fact]
    public async Task Pages_read_before_the_time_is_up_keep_their_events_and_the_watermark_stays()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On(
            "GET",
            Requisitions,
            call =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(25));
                var page = call.Address.Split("&page=")[1].Split('&')[0];
                return ScriptedWire.Json(
                    $$"""[{"id":{{page}},"updated_at":"2025-11-04T15:00:00Z"}]""",
                    200,
                    ("Link", """<https://h/p?page=3&per_page=1>; rel="last" """.Trim())
                );
            }
        );

        var answer = (await host.PostAsync("/procore/changes/detect")).Ok();

        Assert.Equal(2, answer.Number("eventsCreated"));
        Assert.True(answer.Body.GetProperty("hasMore").GetBoolean());
        Assert.Empty(host.Dataverse.Rows(CursorTable.LogicalName));
    }

    [Fact]
    public async Task A_limit_longer_than_the_call_ends_the_poll_and_not_the_flow()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On("GET", Requisitions, _ => ScriptedWire.Json("[]", 429, ("Retry-After", "1200")));

        var answer = (await host.PostAsync("/procore/changes/detect")).Ok();

        Assert.True(answer.Body.GetProperty("hasMore").GetBoolean());
        Assert.Contains("rate limit", answer.Text("message"), StringComparison.Ordinal);
        Assert.Empty(host.Dataverse.Rows(CursorTable.LogicalName));
    }

    [Fact]
    public async Task A_project_that_is_not_permitted_yet_does_not_stop_the_others()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host, "1");
        StoredDocuments.AddProject(host, "2");
        host.Procore.On("GET", "/rest/v1.1/requisitions?project_id=1", _ => ScriptedWire.Json("""{"errors":"Forbidden"}""", 403));
        host.Procore.On("GET", "/rest/v1.1/requisitions?project_id=2", "[]");

        var answer = (await host.PostAsync("/procore/changes/detect")).Ok();

        Assert.Equal(1, answer.Number("projectsPolled"));
        Assert.Contains("Project 1:", answer.Text("message"), StringComparison.Ordinal);
        Assert.False(answer.Body.GetProperty("hasMore").GetBoolean());
    }

    [Fact]
    public async Task A_row_without_time_of_change_is_refused_and_the_watermark_stays()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On("GET", Requisitions, """[{"id":71,"updated_at":null}]""");

        (await host.PostAsync("/procore/changes/detect")).Problem(502, "procore-answer-unreadable");

        Assert.Empty(host.Dataverse.Rows(CursorTable.LogicalName));
    }
}
