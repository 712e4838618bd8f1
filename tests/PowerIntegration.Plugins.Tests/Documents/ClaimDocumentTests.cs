using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Dispatch;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Documents;

public sealed class ClaimDocumentTests
{
    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);

    private static readonly DateTime Now = new(2025, 11, 4, 15, 0, 0, DateTimeKind.Utc);

    private readonly Site site = new();

    [Fact]
    public void A_claim_runs_five_minutes_of_the_server_and_keeps_what_will_be_sent()
    {
        var id = Prepared();

        var answer = Take(id, "gateway-1", """{"InvoiceNumber":"HE-40211"}""");

        Assert.Equal((true, "Prepared", ""), (answer["IsClaimed"], answer["State"], answer["ReasonCode"]));
        Assert.False(answer.Contains("SentBefore"));
        var row = site.Document(id);
        Assert.Equal(
            ("gateway-1", Now.AddMinutes(5), Now),
            (row.Text(DocumentTable.ClaimedBy), row.Instant(DocumentTable.LeaseUntil), row.Instant(DocumentTable.SentOn))
        );
        var evidence = new RowView(Assert.Single(site.Dataverse.All(EvidenceTable.LogicalName)));
        Assert.EndsWith("|E-PAYLOAD-1", evidence.RequiredText(EvidenceTable.Key), StringComparison.Ordinal);
        Assert.Equal("""{"InvoiceNumber":"HE-40211"}""", evidence.Text(EvidenceTable.Content));
        Assert.Equal("gateway-1", evidence.Text(EvidenceTable.Actor));
        Assert.True(site.Dataverse.Requests.Count <= 7);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_would_post_into_a_period_that_accounting_closes_is_prepared_again_and_looked_up_first_if_it_was_sent(bool wasSent)
    {
        var id = Prepared();
        if (wasSent)
        {
            Take(id, "gateway-1", "{}");
            Expire(id);
        }

        foreach (var period in site.Dataverse.All(OraclePeriodTable.LogicalName))
        {
            site.Dataverse.Row(OraclePeriodTable.LogicalName, period.Id)[OraclePeriodTable.CutOff] =
                new RowView(period).RequiredDate(OraclePeriodTable.StartDate).Month == 9;
        }

        var answer = Take(id, "gateway-2", "{}");

        var code = wasSent ? "payload-changed-after-send" : "period-cut-off";
        Assert.Equal((false, code), (answer["IsClaimed"], answer["ReasonCode"]));
        Assert.Equal(code, site.Document(id).Text(DocumentTable.ReasonCode));
        if (wasSent)
        {
            // Another claim only looks.
            Assert.Equal(true, Take(id, "gateway-2", "{}")["IsClaimed"]);
        }
        else
        {
            Assert.Equal("Prepared", site.Prepare(id)["State"]);
            Assert.Equal((new CalendarDate(2025, 10, 1), true), (site.Frozen(id).AccountingDate, site.Frozen(id).AccountingDateRolled));
            Assert.Equal(true, Take(id, "gateway-2", "{}")["IsClaimed"]);
        }
    }

    // It may have canceled an invoice already; another look would not undo that.
    [Fact]
    public void A_reversal_that_was_begun_is_finished_in_a_period_that_accounting_closes()
    {
        var id = Prepared();
        Take(id, "gateway-1", "{}");
        Expire(id);
        site.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.ReversedDocumentId] = new EntityReference(DocumentTable.LogicalName, id);
        foreach (var period in site.Dataverse.All(OraclePeriodTable.LogicalName))
        {
            site.Dataverse.Row(OraclePeriodTable.LogicalName, period.Id)[OraclePeriodTable.CutOff] = true;
        }

        Assert.Equal(true, Take(id, "gateway-2", "{}")["IsClaimed"]);
    }

    [Fact]
    public void A_claim_that_is_alive_is_respected_and_the_same_payload_is_kept_once()
    {
        var id = Prepared();
        Take(id, "gateway-1", "{}");

        var lost = Take(id, "gateway-2", "{}");
        Assert.Equal((false, "document-claimed"), (lost["IsClaimed"], lost["ReasonCode"]));
        Assert.Contains("gateway-1 until 2025-11-04 15:05:00 UTC", (string)lost["Message"], StringComparison.Ordinal);
        Assert.Equal("gateway-1", site.Document(id).Text(DocumentTable.ClaimedBy));

        Expire(id);
        var taken = Take(id, "gateway-2", "{}");
        Assert.Equal((true, Now), (taken["IsClaimed"], taken["SentBefore"]));
        Assert.Single(site.Dataverse.All(EvidenceTable.LogicalName));
        Take(id, "gateway-2", "{ }");
        Assert.Equal(2, site.Dataverse.All(EvidenceTable.LogicalName).Count);
    }

    [Fact]
    public void A_lease_that_was_edited_to_the_year_9999_holds_nobody_up()
    {
        var id = Prepared();
        var row = site.Dataverse.Row(DocumentTable.LogicalName, id);
        (row[DocumentTable.ClaimedBy], row[DocumentTable.LeaseUntil]) = ("nobody", new DateTime(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(true, Take(id, "gateway-1", null)["IsClaimed"]);
    }

    [Fact]
    public void Other_states_other_content_and_unknown_documents_are_refused()
    {
        var id = Prepared();
        Assert.Equal("payload-differs", Take(id, "gateway-1", null, hash: new string('0', 64))["ReasonCode"]);
        site.RecordPosted(id);
        var posted = Take(id, "gateway-1", null);
        Assert.Equal((false, "Posted", "document-state"), (posted["IsClaimed"], posted["State"], posted["ReasonCode"]));
        Assert.Equal("document-not-found", Take(Guid.AllBitsSet, "gateway-1", null, hash: "")["ReasonCode"]);
    }

    // A person entered the bill in Oracle; the application that comes through Procore would pay it again.
    [Fact]
    public void What_Oracle_has_with_the_amount_is_compared_before_anything_leaves_and_a_controller_can_say_that_they_differ()
    {
        var id = Prepared();
        var alike = FoundPayables.Write([new FoundPayable("300100", 4500m, "USD", First.BillingDate, "BY-HAND-1")])!;
        alike = alike.Replace("4500", site.Frozen(id).PayableAmount.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

        var answer = Take(id, "gateway-1", "{}", alike: alike);

        Assert.Equal((false, "possible-duplicate"), (answer["IsClaimed"], answer["ReasonCode"]));
        Assert.Equal(alike, site.Document(id).Text(DocumentTable.OracleAlike));
        Assert.Null(site.Document(id).Instant(DocumentTable.SentOn));
        Assert.Empty(site.Dataverse.All(EvidenceTable.LogicalName));

        var held = site.Prepare(id);
        Assert.Equal(("Held", "possible-duplicate"), (held["State"], held["ReasonCode"]));
        Assert.Contains("invoice BY-HAND-1 of 2025-", (string)held["Message"], StringComparison.Ordinal);
        Assert.Contains("(ID 300100)", (string)held["Message"], StringComparison.Ordinal);

        var unknown = Decide(id, """{"differsFrom": [{"document": "00000000-0000-0000-0000-000000000009"}]}""");
        Assert.Contains("document 00000000", unknown, StringComparison.Ordinal);
        unknown = Decide(id, """{"differsFromOracle": [{"invoice": "300101"}]}""");
        Assert.Contains("Oracle invoice with ID 300101", unknown, StringComparison.Ordinal);
        Assert.Equal("possible-duplicate", site.Prepare(id)["ReasonCode"]);
        Decide(id, """{"differsFromOracle": [{"invoice": "300100"}]}""");
        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        Assert.Equal(true, Take(id, "gateway-2", "{}", alike: alike)["IsClaimed"]);
    }

    [Fact]
    public void An_invoice_that_a_document_of_the_product_made_was_compared_already()
    {
        var other = site.AddDocument(First with { ProcoreId = "7001" }, commitment: site.AddContract("SC-009", MatchingChoice.Matched));
        site.Dataverse.Row(DocumentTable.LogicalName, other)[DocumentTable.OracleInvoiceId] = "300100";
        site.Dataverse.Row(DocumentTable.LogicalName, other)[DocumentTable.BillingDate] = new DateTime(2024, 1, 1);
        site.Dataverse.Row(DocumentTable.LogicalName, other)[DocumentTable.PeriodEnd] = new DateTime(2024, 1, 1);
        site.Dataverse.Row(DocumentTable.LogicalName, other)[DocumentTable.InvoiceNumber] = "HE-30000";
        var id = Prepared();

        Assert.Equal(true, Take(id, "gateway-1", "{}", alike: "300100|4500|USD|2025-10-31|HE-30000")["IsClaimed"]);
    }

    private string Decide(Guid id, string decisions) =>
        (string)site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", id), ("Decisions", decisions))["Message"];

    [Fact]
    public void A_long_payload_is_kept_compressed_and_whole()
    {
        var id = Prepared();
        var payload = string.Concat(Enumerable.Range(0, 60_000).Select(number => FormattableString.Invariant($"line {number};")));

        Take(id, "gateway-1", payload);

        var content = (string)site.Dataverse.All(EvidenceTable.LogicalName).Single()[EvidenceTable.Content];
        Assert.InRange(content.Length, 1, payload.Length / 4);
        Assert.Equal(payload, EvidenceText.Read(content));
        Assert.Equal("short", EvidenceText.Read(EvidenceText.Write("short", 100)));
    }

    [Theory]
    [InlineData("notSent", false, false)]
    [InlineData("open", false, true)]
    [InlineData("onItsWay", true, true)]
    public void A_call_that_ends_early_says_so_and_gives_the_claim_back_where_nothing_is_on_its_way(string outcome, bool keepsClaim, bool staysSent)
    {
        var id = Prepared();
        Take(id, "gateway-1", "{}");

        var answer = Record(id, outcome, "gateway-1", ("ReasonCode", "oracle-unavailable"), ("Message", "Oracle did not answer."));

        Assert.Equal(("Prepared", "oracle-unavailable", "Oracle did not answer."), (answer["State"], answer["ReasonCode"], answer["Message"]));
        var row = site.Document(id);
        Assert.Equal("Oracle did not answer.", row.Text(DocumentTable.Reason));
        Assert.Equal(keepsClaim, row.Text(DocumentTable.ClaimedBy) is not null);
        Assert.Equal(keepsClaim, row.Instant(DocumentTable.LeaseUntil) is not null);
        Assert.Equal(staysSent, row.Instant(DocumentTable.SentOn) is not null);
    }

    [Fact]
    public void What_a_call_knows_to_be_there_stays_on_the_document()
    {
        var id = Prepared();
        Take(id, "gateway-1", "{}");

        Record(id, "open", "gateway-1", ("ReadBack", OracleAnswers.ReadBack(site.Frozen(id), site.Key(id))), ("Answers", "201"));

        Assert.NotNull(site.Document(id).Text(DocumentTable.OracleInvoiceId));
        Assert.Equal(site.Document(id).Text(DocumentTable.OracleInvoiceId), Take(id, "gateway-2", "{}")["RecordIds"]);
        Assert.Equal(
            ["E-PAYLOAD-1", "E-RESPONSE-1", "E-READBACK-1"],
            site.Dataverse.All(EvidenceTable.LogicalName).Select(row => ((string)row[EvidenceTable.Key]).Split('|')[^1])
        );
    }

    [Fact]
    public void A_call_whose_lease_ended_takes_nothing_from_the_one_that_has_the_claim_now()
    {
        var id = Prepared();
        Take(id, "gateway-1", "{}");
        Expire(id);
        Take(id, "gateway-2", "{}");

        foreach (var outcome in new[] { "notSent", "open", "onItsWay", "refused" })
        {
            Assert.Equal("document-claimed", Record(id, outcome, "gateway-1")["ReasonCode"]);
        }

        Assert.Equal("gateway-2", site.Document(id).Text(DocumentTable.ClaimedBy));
        Assert.NotNull(site.Document(id).Instant(DocumentTable.SentOn));
    }

    private Guid Prepared()
    {
        var id = site.AddDocument(First);
        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        return id;
    }

    private void Expire(Guid id) => site.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.LeaseUntil] = Now;

    private ParameterCollection Take(Guid id, string claim, string? payload, string? hash = null, string? alike = null) =>
        site.Call(
            new ClaimDocument(),
            "pint_ClaimDocument",
            ("DocumentId", id),
            ("Claim", claim),
            ("ContentHash", hash ?? site.Document(id).Text(DocumentTable.ContentHash)),
            ("Payload", payload),
            ("Alike", alike)
        );

    private ParameterCollection Record(Guid id, string outcome, string claim, params (string Name, object? Value)[] more) =>
        site.Call(
            new RecordOutcome(),
            "pint_RecordOutcome",
            [("DocumentId", id), ("Outcome", outcome), ("Claim", claim), ("ContentHash", site.Document(id).Text(DocumentTable.ContentHash)), .. more]
        );
}
