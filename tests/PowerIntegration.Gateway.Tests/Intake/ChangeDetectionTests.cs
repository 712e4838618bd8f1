using System.Net;
using System.Net.Http;
using System.Text;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Intake;

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
            host.Dataverse.Rows(InboundEventTable.LogicalName).Select(row => ((string)row[InboundEventTable.Key])[..^"-01234567".Length])
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
        Assert.Equal(new DateTime(2025, 10, 5, 9, 0, 0, DateTimeKind.Utc), Cursor(host)[CursorTable.Watermark]);
        Assert.Null(Cursor(host)[CursorTable.NextTryOn]);
    }

    [Fact]
    public async Task A_list_too_slow_for_one_poll_is_read_in_shorter_spans_until_it_is_read()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On(
            "GET",
            Requisitions,
            call =>
            {
                // A page for every three days, and forty seconds for every page.
                host.Clock.Advance(TimeSpan.FromSeconds(40));
                var ends = Spans(host).Last().Split("...").Select(end => DateTimeOffset.Parse(end, CultureInfo.InvariantCulture)).ToList();
                var pages = (int)Math.Ceiling((ends[1] - ends[0]).TotalDays / 3);
                var page = call.Address.Split("&page=")[1].Split('&')[0];
                return ScriptedWire.Json(
                    $$"""[{"id":{{page}},"updated_at":"2025-11-04T15:00:00Z"}]""",
                    200,
                    ("Link", $"<https://h/p?page={pages}&per_page=1>; rel=\"last\"")
                );
            }
        );

        var polls = 1;
        while ((await host.PostAsync("/procore/changes/detect")).Ok().Body.GetProperty("hasMore").GetBoolean())
        {
            Assert.True(++polls < 40, "The list does not end.");
        }

        Assert.InRange((DateTime)Cursor(host)[CursorTable.Watermark]!, new DateTime(2025, 11, 5, 9, 0, 0), new DateTime(2025, 11, 6));
    }

    [Fact]
    public async Task A_limit_longer_than_the_call_ends_the_poll_and_not_the_flow()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On("GET", Requisitions, _ => ScriptedWire.Json("[]", 429, ("Retry-After", "1200")));

        var answer = (await host.PostAsync("/procore/changes/detect")).Ok();

        Assert.True(answer.Body.GetProperty("hasMore").GetBoolean());
        Assert.Contains("request limit", answer.Text("message"), StringComparison.Ordinal);
        Assert.Empty(host.Dataverse.Rows(CursorTable.LogicalName));
    }

    [Fact]
    public async Task The_events_of_a_page_are_added_in_one_request_and_row_by_row_where_it_fails()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On("GET", Requisitions, TwoChanges);
        host.Dataverse.Before = what =>
        {
            if (what == "create 2 pint_inboundevent")
            {
                throw new IntegrationException(ProblemCatalog.DataverseRefused, "One of them is too much.");
            }
        };

        Assert.Equal(2, (await host.PostAsync("/procore/changes/detect")).Ok().Number("eventsCreated"));

        Assert.Equal(
            ["create 2 pint_inboundevent", "create pint_inboundevent", "create pint_inboundevent"],
            host.Dataverse.Log.Where(entry =>
                entry.EndsWith(" pint_inboundevent", StringComparison.Ordinal) && entry.StartsWith("create", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task Another_change_within_the_same_second_is_another_event()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.OnSequence(
            "GET",
            Requisitions,
            _ => ScriptedWire.Json("""[{"id":71,"updated_at":"2025-11-05T08:59:00Z","summary":{"current_payment_due":"10.00"}}]"""),
            _ => ScriptedWire.Json("""[{"id":71,"updated_at":"2025-11-05T08:59:00Z","summary":{"current_payment_due":"11.00"}}]"""),
            _ => ScriptedWire.Json("""[{"id":71,"updated_at":"2025-11-05T08:59:00Z","summary":{"current_payment_due":"11.00"},"attachments":[7]}]""")
        );

        Assert.Equal(1, (await host.PostAsync("/procore/changes/detect")).Ok().Number("eventsCreated"));
        Assert.Equal(1, (await host.PostAsync("/procore/changes/detect")).Ok().Number("eventsCreated"));
        Assert.Equal(0, (await host.PostAsync("/procore/changes/detect")).Ok().Number("eventsCreated"));
    }

    [Fact]
    public async Task The_first_poll_reads_back_to_the_cutover_in_slices_and_the_cursor_moves_after_each()
    {
        await using var host = await GatewayHost.StartAsync();
        var project = StoredDocuments.AddProject(host);
        host.Dataverse.Row(ProjectTable.LogicalName, project)[ProjectTable.CutoverOn] = new DateTime(2025, 8, 21, 0, 0, 0, DateTimeKind.Utc);
        host.Procore.OnSequence(
            "GET",
            Requisitions,
            _ => ScriptedWire.Json("[]"),
            _ =>
            {
                host.Clock.Advance(TimeSpan.FromMinutes(2));
                return ScriptedWire.Json("[]");
            },
            _ => ScriptedWire.Json("[]")
        );

        Assert.True((await host.PostAsync("/procore/changes/detect")).Ok().Body.GetProperty("hasMore").GetBoolean());
        Assert.Equal(new DateTime(2025, 10, 21, 10, 0, 0, DateTimeKind.Utc), Cursor(host)[CursorTable.Watermark]);
        Assert.False((await host.PostAsync("/procore/changes/detect")).Ok().Body.GetProperty("hasMore").GetBoolean());

        Assert.Equal(
            [
                // The day of the cutover begins at 10:00 UTC of the day before, where it begins first.
                "2025-08-20T10:00:00Z...2025-09-20T10:00:00Z",
                "2025-09-20T09:50:00Z...2025-10-21T10:00:00Z",
                "2025-10-21T09:50:00Z...2025-11-05T09:02:00Z",
            ],
            Spans(host)
        );
        Assert.Equal(new DateTime(2025, 11, 5, 9, 2, 0, DateTimeKind.Utc), Cursor(host)[CursorTable.Watermark]);
    }

    [Fact]
    public async Task A_slice_with_more_pages_than_one_poll_reads_is_made_shorter()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On(
            "GET",
            Requisitions,
            call =>
                Spans(host).Last().StartsWith("2025-10-05", StringComparison.Ordinal)
                && Spans(host).Last().EndsWith("2025-11-05T09:00:00Z", StringComparison.Ordinal)
                    ? ScriptedWire.Json("[]", 200, ("Link", "<https://h/p?page=2>; rel=\"next\", <https://h/p?page=21>; rel=\"last\""))
                    : ScriptedWire.Json("[]")
        );

        Assert.Equal(1, (await host.PostAsync("/procore/changes/detect")).Ok().Number("projectsPolled"));

        Assert.Equal(
            [
                "2025-10-05T09:00:00Z...2025-11-05T09:00:00Z",
                "2025-10-05T09:00:00Z...2025-10-20T21:00:00Z",
                "2025-10-20T20:50:00Z...2025-11-05T09:00:00Z",
            ],
            Spans(host)
        );
    }

    public static TheoryData<string, Func<HttpResponseMessage>, string> Faults() =>
        new()
        {
            { "500", () => ScriptedWire.Json("""{"errors":"Oops"}""", 500), "(500)" },
            { "HTML", () => Body("<html><body>Sign in</body></html>", "text/html"), "response about subcontractor invoices" },
            { "empty", () => Body("", "application/json"), "response about subcontractor invoices" },
            { "truncated", () => Body("""[{"id":7""", "application/json"), "response about subcontractor invoices" },
            { "no list", () => ScriptedWire.Json("{}"), "response about subcontractor invoices" },
            {
                "gzip garbage",
                () => Body("\u001f\u0008\u0000garbage", "application/json", ("Content-Encoding", "gzip")),
                "response about subcontractor invoices"
            },
            { "charset", () => Body("[]", "application/json; charset=utf-9"), "character set 'utf-9'" },
            { "redirect", () => ScriptedWire.Json("", 302, ("Location", "https://elsewhere.example/")), "(302)" },
            { "403", () => ScriptedWire.Json("""{"errors":"Forbidden"}""", 403), "Ask the Procore administrator" },
            { "404", () => ScriptedWire.Json("""{"errors":"Not found"}""", 404), "does not show subcontractor invoices" },
            { "endless", () => ScriptedWire.Json("""[{"id":7,"updated_at":"2025-11-04T15:00:00Z"}]""", 200, Next), "does not end" },
        };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task A_project_that_cannot_be_read_stops_itself_only_and_is_tried_again_later(
        string what,
        Func<HttpResponseMessage> fault,
        string sentence
    )
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host, "1");
        StoredDocuments.AddProject(host, "2");
        host.Procore.On("GET", "/rest/v1.1/requisitions?project_id=1", _ => fault());
        host.Procore.On("GET", "/rest/v1.1/requisitions?project_id=2", TwoChanges);

        var answer = (await host.PostAsync("/procore/changes/detect")).Ok();

        Assert.True(answer.Number("projectsPolled") == 1, what);
        Assert.Equal(2, host.Dataverse.Rows(InboundEventTable.LogicalName).Count(row => (string)row[InboundEventTable.ProcoreId] is "71" or "72"));
        Assert.Contains("Subcontractor invoices of project 1:", answer.Text("message"), StringComparison.Ordinal);
        var cursor = host
            .Dataverse.Rows(CursorTable.LogicalName)
            .Single(row => ((string)row[CursorTable.Key]).EndsWith("|1", StringComparison.Ordinal));
        Assert.Contains(sentence, (string)cursor[CursorTable.Message], StringComparison.Ordinal);
        Assert.Equal(1, cursor[CursorTable.Attempts]);
        Assert.Equal(new DateTime(2025, 10, 5, 9, 0, 0, DateTimeKind.Utc), cursor[CursorTable.Watermark]);
        Assert.Equal(new DateTime(2025, 11, 5, 9, 5, 0, DateTimeKind.Utc), cursor[CursorTable.NextTryOn]);
    }

    [Fact]
    public async Task A_project_waits_longer_each_time_but_never_more_than_an_hour_and_a_success_clears_it()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On("GET", Requisitions, _ => ScriptedWire.Json("{}", 500));

        await host.PostAsync("/procore/changes/detect");
        foreach (var minutes in new[] { 5, 10, 20, 40, 60, 60 })
        {
            Assert.Equal(host.Clock.GetUtcNow().AddMinutes(minutes).UtcDateTime, Cursor(host)[CursorTable.NextTryOn]);
            host.Clock.Advance(TimeSpan.FromMinutes(minutes - 1));
            var calls = host.Procore.Calls.Count;
            await host.PostAsync("/procore/changes/detect");
            Assert.Equal(calls, host.Procore.Calls.Count);
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await host.PostAsync("/procore/changes/detect");
        }

        host.Clock.Advance(TimeSpan.FromHours(1));
        host.Procore.On("GET", Requisitions, "[]");
        (await host.PostAsync("/procore/changes/detect")).Ok();

        Assert.Equal(
            (0, null, null),
            ((int)Cursor(host)[CursorTable.Attempts], Cursor(host)[CursorTable.NextTryOn], Cursor(host)[CursorTable.Message])
        );
        Assert.StartsWith("2025-10-05T08:50:00Z...", Spans(host).ElementAt(7), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", "missing")]
    [InlineData("""{"id":null,"updated_at":"2025-11-04T15:00:00Z"}""", "null")]
    [InlineData("""{"id":123456789012345678901234567890,"updated_at":"2025-11-04T15:00:00Z"}""", "123456789012345678901234567890")]
    [InlineData("""{"id":"\ud800","updated_at":"2025-11-04T15:00:00Z"}""", "\"\\ud800\"")]
    [InlineData("17", "missing")]
    public async Task A_row_without_a_readable_id_waits_for_a_person_and_the_other_rows_go_in(string row, string value)
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On("GET", Requisitions, $$"""[{{row}},{"id":71,"updated_at":"2025-11-04T15:00:00Z"}]""");

        var answer = (await host.PostAsync("/procore/changes/detect")).Ok();
        (await host.PostAsync("/procore/changes/detect")).Ok();

        Assert.Equal(2, answer.Number("eventsCreated"));
        var events = host.Dataverse.Rows(InboundEventTable.LogicalName).ToList();
        Assert.Equal([EventStateChoice.Failed, EventStateChoice.New], events.Select(State));
        var sentence = (string)events[0][InboundEventTable.Message];
        Assert.Contains($"Procore lists it with the ID {value}", sentence, StringComparison.Ordinal);
        Assert.Null(events[0][InboundEventTable.NextTryOn]);
        Assert.Contains(sentence, answer.Text("message"), StringComparison.Ordinal);
        Assert.Equal((2, sentence), ((int)Cursor(host)[CursorTable.Attempts], (string)Cursor(host)[CursorTable.Message]));
        Assert.Equal(host.Clock.GetUtcNow().UtcDateTime, Cursor(host)[CursorTable.Watermark]);
        (await host.PostAsync("/records/read", new { eventId = events[0].Id })).Problem(422, "event-unreadable");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"yesterday\"")]
    public async Task A_row_without_time_of_change_is_read_by_its_id(string time)
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On("GET", Requisitions, $$"""[{"id":71,"updated_at":{{time}}}]""");

        (await host.PostAsync("/procore/changes/detect")).Ok();

        var row = Assert.Single(host.Dataverse.Rows(InboundEventTable.LogicalName));
        Assert.Equal((EventStateChoice.Failed, "71"), (State(row), (string)row[InboundEventTable.ProcoreId]));
        Assert.Equal(new DateTime(2025, 11, 5, 9, 5, 0, DateTimeKind.Utc), row[InboundEventTable.NextTryOn]);
        Assert.Contains($"change time {time}", (string)row[InboundEventTable.Message], StringComparison.Ordinal);
        Assert.Equal(host.Clock.GetUtcNow().UtcDateTime, Cursor(host)[CursorTable.Watermark]);
    }

    [Fact]
    public async Task A_change_that_Dataverse_does_not_take_keeps_the_watermark_and_the_others_go_in()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On("GET", Requisitions, TwoChanges);
        var creates = 0;
        host.Dataverse.Before = what =>
        {
            if (what.EndsWith("pint_inboundevent", StringComparison.Ordinal) && what.StartsWith("create", StringComparison.Ordinal) && creates++ < 2)
            {
                throw new IntegrationException(ProblemCatalog.DataverseRefused, "No.");
            }
        };

        Assert.Equal(1, (await host.PostAsync("/procore/changes/detect")).Ok().Number("eventsCreated"));
        Assert.Contains("was not stored as an inbound event: No.", (string)Cursor(host)[CursorTable.Message], StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, (await host.PostAsync("/procore/changes/detect")).Ok().Number("eventsCreated"));
    }

    [Fact]
    public async Task Where_Procore_refuses_the_gateway_itself_the_poll_fails()
    {
        await using var host = await GatewayHost.StartAsync();
        StoredDocuments.AddProject(host);
        host.Procore.On("GET", Requisitions, _ => ScriptedWire.Json("{}", 401));

        (await host.PostAsync("/procore/changes/detect")).Problem(502, "procore-access-refused");

        Assert.Empty(host.Dataverse.Rows(CursorTable.LogicalName));
    }

    private static (string, string) Next => ("Link", "<https://h/p?page=2>; rel=\"next\"");

    private static Entity Cursor(GatewayHost host) => Assert.Single(host.Dataverse.Rows(CursorTable.LogicalName));

    private static int State(Entity row) => ((OptionSetValue)row[InboundEventTable.EventState]).Value;

    private static IEnumerable<string> Spans(GatewayHost host) =>
        host.Procore.Calls.Where(call => call.Is("GET", Requisitions)).Select(call => call.Address.Split("filters[updated_at]=")[1].Split('&')[0]);

    private static HttpResponseMessage Body(string body, string type, params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach (var (name, value) in headers)
        {
            content.Headers.TryAddWithoutValidation(name, value);
        }

        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }
}
