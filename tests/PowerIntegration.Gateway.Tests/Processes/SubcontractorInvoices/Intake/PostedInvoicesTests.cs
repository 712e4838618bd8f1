using System.Net.Http;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Processes.SubcontractorInvoices.Intake;

/// <summary>What reading an invoice notes about the invoices that its contract posted before.</summary>
public sealed class PostedInvoicesTests
{
    private const string Cancelled = "45000.00|0|Cancelled|HE-1";

    private readonly ProcoreRequisition procore = new();
    private Guid contract;

    [Fact]
    public async Task Where_nothing_is_posted_Oracle_is_not_asked()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        StoredDocuments.AddPosted(host, contract, "PREPARED", [Create("HE-1", 45000m)], DocumentStateChoice.Prepared);

        (await ReadAsync(host, inbound)).Ok();

        Assert.Empty(host.Oracle.Calls);
        Assert.Null(Document(host)[DocumentTable.OracleVariances]);
    }

    [Fact]
    public async Task One_question_to_each_system_names_the_invoices_that_differ()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        StoredDocuments.AddPosted(host, contract, "A", [Create("HE-1", 45000.00m)]);
        StoredDocuments.AddPosted(host, contract, "B", [Create("HE-2", 18000m), Create("HE-2-R", 500m)]);
        StoredDocuments.AddPosted(host, Guid.AllBitsSet, "C", [Create("OTHER-1", 1m)]);
        Show(host, ("HE-1", "0", "Canceled"), ("HE-2", "18000", "Validated"), ("HE-2-R", "499.99", "Needs revalidation"));

        (await ReadAsync(host, inbound)).Ok();

        Assert.Equal(Cancelled + "\n500|499.99|Present|HE-2-R", Document(host)[DocumentTable.OracleVariances]);
        var question = Assert.Single(host.Oracle.Calls);
        Assert.Contains(
            "q=InvoiceNumber in ('HE-1','HE-2','HE-2-R') and Supplier in ('O''Neil & Halsted Electric') and BusinessUnit in ('Lakeshore US BU')&",
            question.Address,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                "list pint_inboundevent",
                "list pint_procorewbscode",
                "list pint_procorewbscode",
                "upsert 2 pint_procorewbscode",
                "list pint_commitment",
                "create pint_document",
                "update pint_inboundevent",
            ],
            host.Dataverse.Log.Where(entry => !entry.Contains("environment", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task What_Oracle_shows_makes_no_revision_and_is_cleared_once_it_agrees()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        StoredDocuments.AddPosted(host, contract, "A", [Create("HE-1", 45000.00m)]);
        Show(host, ("HE-1", "45000", "Validated"));
        (await ReadAsync(host, inbound)).Ok();
        Assert.Null(Document(host)[DocumentTable.OracleVariances]);

        Show(host, ("HE-1", "0", "Canceled"));
        Assert.Equal("Exists", (await ReadAsync(host, inbound)).Ok().Text("outcome"));
        Assert.Equal(Cancelled, Document(host)[DocumentTable.OracleVariances]);
        host.Dataverse.Log.Clear();
        Assert.Equal("Exists", (await ReadAsync(host, inbound)).Ok().Text("outcome"));
        Assert.DoesNotContain("update pint_document if unchanged", host.Dataverse.Log);

        Show(host, ("HE-1", "45000", "Validated"));
        Assert.Equal("Exists", (await ReadAsync(host, inbound)).Ok().Text("outcome"));
        Assert.Null(Document(host)[DocumentTable.OracleVariances]);
        Assert.Equal(1, Document(host)[DocumentTable.Revision]);
    }

    [Fact]
    public async Task A_new_revision_carries_what_Oracle_shows_now()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        StoredDocuments.AddPosted(host, contract, "A", [Create("HE-1", 45000.00m)]);
        Show(host, ("HE-1", "0", "Canceled"));
        (await ReadAsync(host, inbound)).Ok();

        Show(host, ("HE-1", "45000", "Validated"));
        this.procore.Item(0)["work_completed_this_period"] = "12500.01";
        Assert.Equal("Created", (await ReadAsync(host, inbound)).Ok().Text("outcome"));

        Assert.Equal([Cancelled, null], Documents(host).Select(row => row[DocumentTable.OracleVariances]));
    }

    [Fact]
    public async Task What_our_reversal_cancelled_and_what_a_controller_accepted_is_no_variance()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        StoredDocuments.AddPosted(host, contract, "A", [Create("HE-1", 45000m)], DocumentStateChoice.Reversed);
        StoredDocuments.AddPosted(
            host,
            contract,
            "A|V1",
            [new PayablesInvoice(1, PayablesAction.Cancel, BillingDocumentKind.StandardInvoice, 45000m, "HE-1")]
        );
        StoredDocuments.AddPosted(host, contract, "A2", [Create("HE-1-C2", 45000m)]);
        StoredDocuments.AddPosted(
            host,
            contract,
            "B",
            [Create("HE-2", 18000m)],
            decisions: """{"decidedBy":"Dana","oracleVariances":"45000|0|Cancelled|HE-1-C2","decisions":{}}"""
        );
        Show(host, ("HE-1", "0", "Canceled"), ("HE-1-C2", "0", "Canceled"), ("HE-2", "18000", "Validated"));

        (await ReadAsync(host, inbound)).Ok();

        Assert.Null(Document(host)[DocumentTable.OracleVariances]);
        Assert.Contains("in ('HE-1-C2','HE-2')", Assert.Single(host.Oracle.Calls).Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, 1)]
    [InlineData(41, 2)]
    public async Task Forty_invoices_fit_one_question(int invoices, int questions)
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        var numbers = Enumerable.Range(1, invoices).Select(number => FormattableString.Invariant($"HE-{number:000}")).ToList();
        foreach (var number in numbers)
        {
            StoredDocuments.AddPosted(host, contract, number, [Create(number, 1m)]);
        }

        Show(host, [.. numbers.Select(number => (number, "1", "Validated"))]);

        (await ReadAsync(host, inbound)).Ok();

        Assert.Equal(questions, host.Oracle.Calls.Count);
        Assert.Null(Document(host)[DocumentTable.OracleVariances]);
    }

    [Fact]
    public async Task Where_Oracle_does_not_answer_the_document_says_so_and_the_event_is_read_again_until_it_does()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        StoredDocuments.AddPosted(host, contract, "A", [Create("HE-1", 45000.00m)]);
        host.Oracle.On("GET", FakePayables.LookUp, _ => ScriptedWire.Json("{}", 500));

        Assert.Equal("Created", (await ReadAsync(host, inbound)).Ok().Text("outcome"));

        Assert.Contains("(500) about invoices", (string)Document(host)[DocumentTable.OracleNotRead], StringComparison.Ordinal);
        var waiting = host.Dataverse.Row(InboundEventTable.LogicalName, inbound);
        Assert.Equal(EventStateChoice.Failed, ((OptionSetValue)waiting[InboundEventTable.EventState]).Value);
        Assert.Equal(Document(host).Id, ((EntityReference)waiting[InboundEventTable.DocumentId]).Id);
        Assert.Equal(host.Clock.GetUtcNow().AddMinutes(5).UtcDateTime, waiting[InboundEventTable.NextTryOn]);

        Show(host, ("HE-1", "0", "Canceled"));
        Assert.Equal("Exists", (await ReadAsync(host, inbound)).Ok().Text("outcome"));

        Assert.Equal((null, Cancelled), (Document(host)[DocumentTable.OracleNotRead], (string)Document(host)[DocumentTable.OracleVariances]));
        Assert.Equal(EventStateChoice.Read, ((OptionSetValue)waiting[InboundEventTable.EventState]).Value);
        Assert.Null(waiting[InboundEventTable.NextTryOn]);
    }

    [Fact]
    public async Task What_Oracle_showed_before_stays_where_it_cannot_be_asked_again()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        StoredDocuments.AddPosted(host, contract, "A", [Create("HE-1", 45000.00m)]);
        Show(host, ("HE-1", "0", "Canceled"));
        (await ReadAsync(host, inbound)).Ok();

        host.Oracle.On("GET", FakePayables.LookUp, _ => ScriptedWire.Json("<html>", 200));
        (await ReadAsync(host, inbound)).Ok();

        Assert.Equal(Cancelled, Document(host)[DocumentTable.OracleVariances]);
        Assert.NotNull(Document(host)[DocumentTable.OracleNotRead]);
    }

    [Fact]
    public async Task Further_questions_end_with_the_time_of_the_call()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        foreach (var number in Enumerable.Range(1, OracleInvoices.NumbersPerQuestionMax + 1))
        {
            StoredDocuments.AddPosted(host, contract, $"A{number}", [Create($"HE-{number}", 1m)]);
        }

        host.Oracle.On(
            "GET",
            FakePayables.LookUp,
            _ =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(90));
                return Page([]);
            }
        );

        (await ReadAsync(host, inbound)).Ok();

        Assert.Single(host.Oracle.Calls);
        Assert.Contains(
            "time limit was reached before reading the posted invoices in Oracle",
            (string)Document(host)[DocumentTable.OracleNotRead],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_amount_that_cannot_be_read_and_a_number_that_Oracle_has_twice_are_no_agreement()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        StoredDocuments.AddPosted(host, contract, "A", [Create("HE-1", 45000m)]);

        Show(host, ("HE-1", "\"much\"", "Validated"));
        (await ReadAsync(host, inbound)).Ok();
        Assert.Contains("'HE-1'", (string)Document(host)[DocumentTable.OracleNotRead], StringComparison.Ordinal);
        Show(host, ("HE-1", "45000", "Validated"), ("HE-1", "45000", "Validated"));
        (await ReadAsync(host, inbound)).Ok();
        Assert.Contains("'HE-1'", (string)Document(host)[DocumentTable.OracleNotRead], StringComparison.Ordinal);
        Assert.Null(Document(host).GetAttributeValue<string>(DocumentTable.OracleVariances));
    }

    [Fact]
    public async Task A_document_that_is_posted_is_read_again_without_a_question_to_Oracle()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        (await ReadAsync(host, inbound)).Ok();
        Document(host)[DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Posted);
        StoredDocuments.AddPosted(host, contract, "A", [Create("HE-1", 45000m)]);

        Assert.Equal("Exists", (await ReadAsync(host, inbound)).Ok().Text("outcome"));

        Assert.Empty(host.Oracle.Calls);
    }

    [Fact]
    public async Task Where_the_document_changes_under_the_reading_Oracle_is_asked_again()
    {
        await using var host = await GatewayHost.StartAsync();
        var inbound = Arrange(host);
        (await ReadAsync(host, inbound)).Ok();
        StoredDocuments.AddPosted(host, contract, "A", [Create("HE-1", 45000.00m)]);
        Show(host, ("HE-1", "0", "Canceled"));
        var isFirst = true;
        host.Dataverse.Before = what =>
        {
            if (what != "update pint_document if unchanged" || !isFirst)
            {
                return;
            }

            isFirst = false;
            host.Dataverse.Change(
                new Entity(DocumentTable.LogicalName, Document(host).Id)
                {
                    [DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Held),
                }
            );
        };

        Assert.Equal("Held", (await ReadAsync(host, inbound)).Ok().Text("state"));

        Assert.Equal(2, host.Oracle.Calls.Count);
        Assert.Equal(Cancelled, Document(host)[DocumentTable.OracleVariances]);
    }

    private Guid Arrange(GatewayHost host)
    {
        this.procore.ServeOn(host.Procore);
        contract = StoredDocuments.AddContract(host);
        return StoredDocuments.AddEvent(host, StoredDocuments.AddProject(host));
    }

    private static PayablesInvoice Create(string number, decimal amount) =>
        new(1, PayablesAction.Create, BillingDocumentKind.StandardInvoice, amount, number);

    private static void Show(GatewayHost host, params (string Number, string Amount, string Status)[] invoices) =>
        host.Oracle.On(
            "GET",
            FakePayables.LookUp,
            call =>
                Page([
                    .. invoices
                        .Where(invoice => call.Address.Contains($"'{invoice.Number}'", StringComparison.Ordinal))
                        .Select(invoice =>
                            $$"""{"InvoiceId":3,"InvoiceNumber":"{{invoice.Number}}","InvoiceAmount":{{invoice.Amount}}"""
                            + $$""","ValidationStatus":"{{invoice.Status}}"}"""
                        ),
                ])
        );

    private static HttpResponseMessage Page(IReadOnlyList<string> items) =>
        ScriptedWire.Json($$"""{"items":[{{string.Join(",", items)}}],"count":{{items.Count}},"hasMore":false,"limit":499,"offset":0}""");

    private static IEnumerable<Entity> Documents(GatewayHost host) =>
        host.Dataverse.Rows(DocumentTable.LogicalName).Where(row => row.Contains(DocumentTable.SourceHash));

    private static Entity Document(GatewayHost host) => Assert.Single(Documents(host));

    private static Task<Answer> ReadAsync(GatewayHost host, Guid inbound) => host.PostAsync("/records/read", new { eventId = inbound });
}
