using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Processes.SubcontractorInvoices.Intake;

public sealed class InvoiceReadingTests
{
    private readonly ProcoreRequisition procore = new();

    [Fact]
    public async Task An_invoice_is_stored_with_its_lines_in_one_request()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);

        var answer = (await ReadAsync(host, inbound)).Ok();

        var document = Assert.Single(host.Dataverse.Rows(DocumentTable.LogicalName));
        Assert.Equal(document.Id.ToString(), answer.Text("documentId"));
        Assert.Equal(("Created", "Received", "SC-001 application 2"), (answer.Text("outcome"), answer.Text("state"), answer.Text("name")));
        Assert.Equal("LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|562949953600001|1", document[DocumentTable.Key]);
        Assert.Equal(DocumentStateChoice.Received, ((OptionSetValue)document[DocumentTable.DocumentState]).Value);
        Assert.Equal(16875.00m, document[DocumentTable.CertifiedPayment]);
        Assert.Equal((250000.00m, 12000.00m), (document[DocumentTable.OriginalContractSum], document[DocumentTable.NetChangeOrders]));
        Assert.Equal(new DateTime(2025, 10, 31), document[DocumentTable.PeriodEnd]);
        Assert.Equal("Dana Cole", document[DocumentTable.ApproverName]);
        Assert.Equal(64, ((string)document[DocumentTable.SourceHash]).Length);
        Assert.Equal(1, host.Dataverse.Log.Count(entry => entry.StartsWith("create", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Lines_say_what_procore_said_and_nothing_where_it_said_nothing()
    {
        await using var host = await GatewayHost.StartAsync();
        this.procore.Item(0).Remove("work_completed_this_period");
        var inbound = Arrange(host);

        await ReadAsync(host, inbound);

        var lines = host.Dataverse.Rows(SourceLineTable.LogicalName).OrderBy(row => row[SourceLineTable.LineNumber]).ToList();
        Assert.Equal(
            ["LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|562949953600001|1|S1", "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|562949953600001|1|S2"],
            lines.Select(row => row[SourceLineTable.Key])
        );
        Assert.Null(lines[0][SourceLineTable.WorkThisPeriod]);
        Assert.Equal(6250.00m, lines[0][SourceLineTable.MaterialsStored]);
        Assert.Equal(4975.00m, lines[0][SourceLineTable.WorkRetainageHeld]);
        Assert.Equal((310.25m, 40.50m), (lines[0][SourceLineTable.WorkRetainageReleased], lines[0][SourceLineTable.StoredRetainageReleased]));
        Assert.Null(lines[1][SourceLineTable.WorkRetainageReleased]);
        Assert.Equal(
            ("177", "17918097", "3300", "03-200", "MAT"),
            (
                lines[0][SourceLineTable.ProcoreLineId],
                lines[0][SourceLineTable.ProcoreItemId],
                lines[0][SourceLineTable.TaskSegmentCode],
                lines[0][SourceLineTable.CostCode],
                lines[0][SourceLineTable.CostType]
            )
        );
    }

    [Fact]
    public async Task The_event_is_read_and_knows_its_document()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);

        await ReadAsync(host, inbound);

        var row = host.Dataverse.Row(InboundEventTable.LogicalName, inbound);
        Assert.Equal(EventStateChoice.Read, ((OptionSetValue)row[InboundEventTable.EventState]).Value);
        Assert.Equal(host.Dataverse.Rows(DocumentTable.LogicalName).Single().Id, ((EntityReference)row[InboundEventTable.DocumentId]).Id);
        Assert.Equal(1, row[InboundEventTable.Attempts]);
    }

    [Fact]
    public async Task Reading_the_same_event_again_changes_no_document()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        var first = await ReadAsync(host, inbound);

        var second = (await ReadAsync(host, inbound)).Ok();

        Assert.Equal("Exists", second.Text("outcome"));
        Assert.Equal(first.Text("documentId"), second.Text("documentId"));
        Assert.Single(host.Dataverse.Rows(DocumentTable.LogicalName));
    }

    [Fact]
    public async Task A_comment_makes_no_revision_and_an_amount_does()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        await ReadAsync(host, inbound);

        this.procore.Header["comment"] = "looks good";
        Assert.Equal("Exists", (await ReadAsync(host, inbound)).Ok().Text("outcome"));

        this.procore.Item(0)["work_completed_this_period"] = "12500.01";
        Assert.Equal("Created", (await ReadAsync(host, inbound)).Ok().Text("outcome"));
        Assert.Equal([1, 2], host.Dataverse.Rows(DocumentTable.LogicalName).Select(row => row[DocumentTable.Revision]));
    }

    [Fact]
    public async Task Two_readers_at_the_same_time_make_one_document()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        var nested = false;
        host.Dataverse.Before = what =>
        {
            if (what != "create pint_document" || nested)
            {
                return;
            }

            nested = true;
            ReadAsync(host, inbound).GetAwaiter().GetResult().Ok();
        };

        var answer = (await ReadAsync(host, inbound)).Ok();

        Assert.Equal("Exists", answer.Text("outcome"));
        Assert.Single(host.Dataverse.Rows(DocumentTable.LogicalName));
    }

    [Fact]
    public async Task An_unknown_event_is_refused_by_its_id()
    {
        await using var host = await GatewayHost.StartAsync();
        var id = Guid.Parse("11111111-1111-1111-1111-111111111111");

        Assert.Contains(id.ToString(), (await ReadAsync(host, id)).Problem(404, "event-unknown"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_of_another_environment_is_unknown_here()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        host.Dataverse.Row(InboundEventTable.LogicalName, inbound)[InboundEventTable.EnvironmentId] = new EntityReference(
            EnvironmentTable.LogicalName,
            Guid.AllBitsSet
        );

        (await ReadAsync(host, inbound)).Problem(404, "event-unknown");
        Assert.Empty(host.Procore.Calls);
    }

    [Fact]
    public async Task An_event_of_another_type_is_refused()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = StoredDocuments.AddEvent(host, StoredDocuments.AddProject(host), recordType: RecordTypeChoice.Vendor);

        (await ReadAsync(host, inbound)).Problem(422, "event-type-unknown");
    }

    [Fact]
    public async Task An_invoice_procore_does_not_have_is_refused_by_its_id()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        host.Procore.On("GET", $"/rest/v1.1/requisitions/{ProcoreRequisition.Id}", _ => ScriptedWire.Json("""{"errors":"Not found"}""", 404));

        Assert.Contains(ProcoreRequisition.Id, (await ReadAsync(host, inbound)).Problem(404, "procore-invoice-unknown"), StringComparison.Ordinal);
        Assert.Empty(host.Dataverse.Rows(DocumentTable.LogicalName));
    }

    [Fact]
    public async Task A_commitment_that_is_no_contract_is_named()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = StoredDocuments.AddEvent(host, StoredDocuments.AddProject(host));
        this.procore.ServeOn(host.Procore);

        Assert.Contains(
            ProcoreRequisition.CommitmentId,
            (await ReadAsync(host, inbound)).Problem(422, "commitment-unknown"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_malformed_amount_stores_nothing()
    {
        await using var host = await GatewayHost.StartAsync();
        this.procore.Item(1)["scheduled_value"] = "ten";
        var inbound = Arrange(host);

        var sentence = (await ReadAsync(host, inbound)).Problem(422, "procore-amount-unreadable");

        Assert.Contains("line 2: the scheduled value is 'ten'", sentence, StringComparison.Ordinal);
        Assert.Empty(host.Dataverse.Rows(DocumentTable.LogicalName));
        AssertFailed(host, inbound, sentence, nextTry: null);
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("items")]
    public async Task A_list_with_a_gap_is_refused_by_the_field(string what)
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        if (what == "items")
        {
            this.procore.Header["items"]!.AsArray().Add(null);
        }
        else
        {
            host.Procore.On("GET", $"/rest/v1.0/requisitions/{ProcoreRequisition.Id}/detail", "[null]");
        }

        var sentence = (await ReadAsync(host, inbound)).Problem(422, "procore-field-unreadable");

        Assert.Contains(what == "items" ? "entry 3 of the items" : "entry 1 of the details", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_of_thirty_digits_is_refused_by_the_field()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        this.procore.Item(0)["wbs_code"] = JsonNode.Parse("""{"id":123456789012345678901234567890}""");

        var sentence = (await ReadAsync(host, inbound)).Problem(502, "procore-answer-unreadable");

        Assert.Contains("response about subcontractor invoices", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("wbs_code", sentence, StringComparison.Ordinal);
        AssertFailed(host, inbound, sentence, host.Clock.GetUtcNow().AddMinutes(5));
    }

    [Fact]
    public async Task An_answer_about_another_invoice_is_refused()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        this.procore.Header["id"] = 7;

        Assert.Contains(
            "invoice 7 instead of " + ProcoreRequisition.Id,
            (await ReadAsync(host, inbound)).Problem(502, "procore-answer-unreadable"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_answer_with_a_byte_order_mark_is_read()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        host.Procore.On(
            "GET",
            $"/rest/v1.1/requisitions/{ProcoreRequisition.Id}",
            _ => ScriptedWire.Json("\ufeff" + this.procore.Header.ToJsonString())
        );

        (await ReadAsync(host, inbound)).Ok();
    }

    [Theory]
    [InlineData("one", 1, 0)]
    [InlineData("one with predecessors", 2, 1)]
    public async Task Reading_an_invoice_takes_six_requests_to_dataverse_and_three_to_procore(string what, int number, int lists)
    {
        await using var host = await GatewayHost.StartAsync();
        this.procore.Header["number"] = number;
        var inbound = Arrange(host);
        await ReadAsync(host, inbound);
        this.procore.Item(0)["work_completed_this_period"] = "12500.01";
        this.procore.Header["updated_at"] = "2025-11-04T16:00:00Z";
        host.Procore.Calls.Clear();
        host.Dataverse.Log.Clear();

        Assert.True((await ReadAsync(host, inbound)).Ok().Text("outcome") == "Created", what);

        Assert.Equal(3 + lists, host.Procore.Calls.Count);
        Assert.Equal(
            [
                "find pint_environment by key",
                "list pint_inboundevent",
                "list pint_procorewbscode",
                "list pint_commitment",
                "create pint_document",
                "update pint_inboundevent",
            ],
            host.Dataverse.Log
        );
    }

    [Fact]
    public async Task The_second_change_within_one_second_is_the_next_revision()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        await ReadAsync(host, inbound);

        this.procore.Item(0)["work_completed_this_period"] = "12500.01";
        Assert.Equal("Created", (await ReadAsync(host, inbound)).Ok().Text("outcome"));

        Assert.Equal([1, 2], host.Dataverse.Rows(DocumentTable.LogicalName).Select(row => row[DocumentTable.Revision]));
    }

    [Theory]
    [InlineData("2025-11-04T15:00:00Z", "the same second")]
    [InlineData("2025-11-04T15:00:05Z", "a later second")]
    public async Task A_slow_reader_does_not_store_what_it_read_before_over_what_is_newer(string newerTime, string what)
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        await ReadAsync(host, inbound);
        this.procore.Item(0)["work_completed_this_period"] = "12500.01";
        var isFirst = true;
        host.Dataverse.Before = request =>
        {
            if (request != "list pint_commitment" || !isFirst)
            {
                return;
            }

            // This reader has read 12,500.01; another one reads and stores 12,500.02 before it goes on.
            isFirst = false;
            this.procore.Item(0)["work_completed_this_period"] = "12500.02";
            this.procore.Header["updated_at"] = newerTime;
            Assert.Equal("Created", ReadAsync(host, inbound).GetAwaiter().GetResult().Ok().Text("outcome"));
        };

        Assert.True((await ReadAsync(host, inbound)).Ok().Text("outcome") == "Exists", what);

        Assert.Equal([1, 2], host.Dataverse.Rows(DocumentTable.LogicalName).Select(row => row[DocumentTable.Revision]));
        Assert.Equal(
            12500.02m,
            host
                .Dataverse.Rows(SourceLineTable.LogicalName)
                .Single(row => ((string)row[SourceLineTable.Key]).EndsWith("|2|S1", StringComparison.Ordinal))[SourceLineTable.WorkThisPeriod]
        );
    }

    [Fact]
    public async Task A_change_that_does_not_count_moves_the_time_up_to_which_the_document_was_read()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        await ReadAsync(host, inbound);
        this.procore.Header["updated_at"] = "2025-11-04T17:00:00Z";
        await ReadAsync(host, inbound);

        // A reader that was slower than both still holds what Procore said in between.
        this.procore.Header["updated_at"] = "2025-11-04T16:00:00Z";
        this.procore.Item(0)["work_completed_this_period"] = "12500.01";
        var answer = (await ReadAsync(host, inbound)).Ok();

        Assert.Equal("Exists", answer.Text("outcome"));
        Assert.Contains("A later change is already stored", answer.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_predecessors_are_looked_up_by_their_numbers_and_become_events()
    {
        await using var host = await GatewayHost.StartAsync();
        this.procore.Header["number"] = 4;
        var inbound = Arrange(host);
        AddApplication(host, 2);
        host.Procore.On(
            "GET",
            $"/rest/v1.1/requisitions?project_id={ProcoreRequisition.ProjectId}&filters[commitment_id]={ProcoreRequisition.CommitmentId}&",
            """
            [{"id":81,"number":1,"updated_at":"2025-08-04T15:00:00Z"},{"id":82,"number":2,"updated_at":"2025-09-04T15:00:00Z"},
             {"id":83,"number":3,"updated_at":"2025-10-04T15:00:00Z"},{"id":85,"number":5,"updated_at":"2025-10-05T15:00:00Z"},null,{"id":86}]
            """
        );

        (await ReadAsync(host, inbound)).Ok();
        (await ReadAsync(host, inbound)).Ok();

        Assert.Equal(
            ["81", "83"],
            host.Dataverse.Rows(InboundEventTable.LogicalName).Where(row => row.Id != inbound).Select(row => (string)row[InboundEventTable.ProcoreId])
        );
    }

    [Fact]
    public async Task Where_the_predecessors_cannot_be_looked_up_the_document_is_stored_and_they_are_asked_for_again()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        host.Procore.On(
            "GET",
            $"/rest/v1.1/requisitions?project_id={ProcoreRequisition.ProjectId}&filters[commitment_id]",
            _ => ScriptedWire.Json("{}", 500)
        );

        var answer = (await ReadAsync(host, inbound)).Ok();

        var row = host.Dataverse.Row(InboundEventTable.LogicalName, inbound);
        Assert.Equal(EventStateChoice.Failed, ((OptionSetValue)row[InboundEventTable.EventState]).Value);
        Assert.Equal(answer.Text("documentId"), ((EntityReference)row[InboundEventTable.DocumentId]).Id.ToString());
        Assert.NotNull(row[InboundEventTable.NextTryOn]);
    }

    [Fact]
    public async Task What_the_opening_balances_contain_is_not_looked_up()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        host.Dataverse.Rows(CommitmentTable.LogicalName).Single()[CommitmentTable.OpeningEnteredBy] = "Dana Cole";

        (await ReadAsync(host, inbound)).Ok();

        Assert.DoesNotContain(host.Procore.Calls, call => call.Address.Contains("filters[commitment_id]", StringComparison.Ordinal));
    }

    private static void AddApplication(GatewayHost host, int number) =>
        host.Dataverse.Add(
            DocumentTable.LogicalName,
            $"APPLICATION-{number}",
            (
                DocumentTable.CommitmentId,
                new EntityReference(CommitmentTable.LogicalName, host.Dataverse.Rows(CommitmentTable.LogicalName).Single().Id)
            ),
            (DocumentTable.DocumentType, new OptionSetValue(DocumentTypeChoice.SubcontractorInvoice)),
            (DocumentTable.ProcoreId, $"{80 + number}"),
            (DocumentTable.Revision, 1),
            (DocumentTable.ApplicationNumber, number)
        );

    private static void AssertFailed(GatewayHost host, Guid inbound, string sentence, DateTimeOffset? nextTry)
    {
        var row = host.Dataverse.Row(InboundEventTable.LogicalName, inbound);
        Assert.Equal(EventStateChoice.Failed, ((OptionSetValue)row[InboundEventTable.EventState]).Value);
        Assert.Equal((sentence, 1), (row[InboundEventTable.Message], row[InboundEventTable.Attempts]));
        Assert.Equal(nextTry?.UtcDateTime, row[InboundEventTable.NextTryOn]);
    }

    private Guid Arrange(GatewayHost host)
    {
        this.procore.ServeOn(host.Procore);
        StoredDocuments.AddContract(host);
        return StoredDocuments.AddEvent(host, StoredDocuments.AddProject(host));
    }

    private static Task<Answer> ReadAsync(GatewayHost host, Guid inbound) => host.PostAsync("/records/read", new { eventId = inbound });
}
