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
        Assert.Equal(
            ("Created", "Received", "PCC-25-1187", 2),
            (answer.Text("outcome"), answer.Text("state"), answer.Text("invoiceNumber"), answer.Number("applicationNumber"))
        );
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

        Assert.Contains("line 2: scheduled_value is 'ten'", sentence, StringComparison.Ordinal);
        Assert.Empty(host.Dataverse.Rows(DocumentTable.LogicalName));
        Assert.Equal(
            EventStateChoice.New,
            ((OptionSetValue)host.Dataverse.Row(InboundEventTable.LogicalName, inbound)[InboundEventTable.EventState]).Value
        );
    }

    [Fact]
    public async Task Reading_an_invoice_takes_four_calls_to_procore()
    {
        await using var host = await GatewayHost.StartAsync();

        await ReadAsync(host, Arrange(host));

        Assert.Equal(4, host.Procore.Calls.Count);
    }

    private Guid Arrange(GatewayHost host)
    {
        this.procore.ServeOn(host.Procore);
        StoredDocuments.AddContract(host);
        return StoredDocuments.AddEvent(host, StoredDocuments.AddProject(host));
    }

    private static Task<Answer> ReadAsync(GatewayHost host, Guid inbound) =>
        host.PostAsync("/procore/subcontractor-invoices/read", new { eventId = inbound });
}
