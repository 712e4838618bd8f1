using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Dispatch;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

public sealed class RecordOutcomeTests
{
    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);

    private static readonly SourceInvoice Second = Sample.Application(2, 50580m, [Sample.Line(1, 85000m, 4200m, 61350m, 0m, 6555m, 0m, 56200m)]);

    private readonly Site site = new();

    [Fact]
    public void A_late_outcome_of_the_canceled_invoice_does_not_link_it_to_the_document_that_posts_again()
    {
        var id = site.AddDocument(First);
        site.Prepare(id);
        var oldHash = site.Document(id).Text(DocumentTable.ContentHash);
        var live = OracleAnswers.ReadBack(site.Frozen(id), site.Key(id), "Needs revalidation");
        site.Record(id, "submitted", live);
        site.Record(id, "submitted", live.Replace("\"canceled\":\"false\"", "\"canceled\":\"true\"", StringComparison.Ordinal));
        Assert.Equal("canceled-in-oracle", site.Document(id).Text(DocumentTable.ReasonCode));
        site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", id), ("Decisions", """{"postAgain":{"reason":"Mistake"}}"""));
        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        Assert.Equal(["HE-40211-C1"], site.Frozen(id).Documents.Select(document => document.InvoiceNumber));
        var late = site.Call(
            new RecordOutcome(),
            "pint_RecordOutcome",
            ("DocumentId", id),
            ("Outcome", "submitted"),
            ("ContentHash", oldHash),
            ("ReadBack", live),
            ("Claim", "an older call")
        );
        var log = late["State"] + " " + late["ReasonCode"] + " " + late["Message"] + " ids " + site.Document(id).Text(DocumentTable.OracleInvoiceId);
        Assert.True(site.Document(id).Text(DocumentTable.OracleInvoiceId) is null && site.State(id) == DocumentState.Prepared, log);
    }

    [Fact]
    public void A_posting_becomes_the_base_is_linked_and_releases_the_next_application()
    {
        var first = site.AddDocument(First);
        var second = site.AddDocument(Second);
        site.Prepare(first);
        Assert.Equal("predecessor-not-posted", site.Prepare(second)["ReasonCode"]);
        var answer = Record(first, "posted", OracleAnswers.ReadBack(site.Frozen(first), site.Key(first)));
        Assert.Equal("Posted", answer["State"]);
        Assert.Equal(second, answer["ReleasedDocumentId"]);

        var commitment = new RowView(site.Dataverse.Row(CommitmentTable.LogicalName, site.Commitment));
        Assert.Equal(site.Document(first).Reference(DocumentTable.PreparationId), commitment.Reference(CommitmentTable.BasePreparationId));
        Assert.Equal(1, commitment.WholeNumber(CommitmentTable.LastPostedNumber));
        var link = new RowView(
            site.Dataverse.All(RecordLinkTable.LogicalName)
                .Single(row => new RowView(row).Choice(RecordLinkTable.RecordType) == RecordTypeChoice.SubcontractorInvoice)
        );
        Assert.Equal(site.Document(first).Text(DocumentTable.OracleInvoiceId), link.Text(RecordLinkTable.OracleId));
        Assert.Equal(EventStateChoice.New, EventOf(second).Choice(InboundEventTable.EventState));
        Assert.Equal(EventStateChoice.Read, EventOf(first).Choice(InboundEventTable.EventState));
        Assert.Equal("Prepared", site.Prepare(second)["State"]);
    }

    [Fact]
    public void A_posting_says_how_many_documents_go_on_and_how_much_they_certify()
    {
        var first = site.AddDocument(First);
        var later = new[]
        {
            site.AddDocument(Second),
            site.AddDocument(Sample.Application(3, 58995m, [Sample.Line(1, 85000m, 65550m, 10000m, 0m, 7555m, 0m, 65550m)])),
        };
        site.Prepare(first);
        foreach (var document in later)
        {
            Assert.Equal("predecessor-not-posted", site.Prepare(document)["ReasonCode"]);
        }

        var answer = Record(first, "posted", OracleAnswers.ReadBack(site.Frozen(first), site.Key(first)));

        var certified = later.Sum(document => site.Document(document).Amount(DocumentTable.CertifiedPayment) ?? 0m);
        Assert.Equal((later[0], 2, certified), (answer["ReleasedDocumentId"], answer["ReleasedDocuments"], answer["ReleasedAmount"]));
        Assert.True(certified > 0m);
    }

    [Fact]
    public void An_outcome_for_which_nothing_waits_releases_nothing()
    {
        var id = Prepared();
        var answer = Record(id, "posted", OracleAnswers.ReadBack(site.Frozen(id), site.Key(id)));
        Assert.Equal((0, 0m), (answer["ReleasedDocuments"], answer["ReleasedAmount"]));
    }

    [Fact]
    public void The_document_keeps_what_Oracle_said_and_when()
    {
        var id = Prepared();
        Record(id, "posted", OracleAnswers.ReadBack(site.Frozen(id), site.Key(id)));
        var row = site.Document(id);
        Assert.Equal(50580m, row.Amount(DocumentTable.OracleAmount));
        Assert.Equal("Validated", row.Text(DocumentTable.ValidationStatus));
        Assert.Equal("Not required", row.Text(DocumentTable.OracleApprovalStatus));
        Assert.Equal(new DateTime(2025, 11, 4, 15, 0, 0, DateTimeKind.Utc), row.Instant(DocumentTable.PostedOn));
        Assert.Null(row.Text(DocumentTable.ClaimedBy));
    }

    [Theory]
    [InlineData(-3600, true)]
    [InlineData(0, false)]
    public void An_invoice_without_our_mark_leaves_the_document_sent_where_an_earlier_call_sent_it(int secondsBeforeTheClaim, bool staysSent)
    {
        var id = Prepared();
        var claimedOn = new DateTime(2025, 11, 4, 15, 0, 0, DateTimeKind.Utc);
        var row = site.Dataverse.Row(DocumentTable.LogicalName, id);
        row[DocumentTable.ClaimedBy] = "gateway-1";
        row[DocumentTable.SentOn] = claimedOn.AddSeconds(secondsBeforeTheClaim);
        row[DocumentTable.LeaseUntil] = claimedOn + Claim.Lease;
        var answer = Record(id, "posted", OracleAnswers.ReadBack(site.Frozen(id), "ANOTHER|KEY"));
        Assert.Equal("Held number-taken", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Equal(staysSent, site.Document(id).Instant(DocumentTable.SentOn) is not null);
        Assert.Equal(staysSent, ((string)answer["Message"]).Contains("Do not renumber it", StringComparison.Ordinal));
    }

    [Fact]
    public void The_contract_is_locked_before_anything_is_decided()
    {
        var id = Prepared();
        Record(id, "posted", OracleAnswers.ReadBack(site.Frozen(id), site.Key(id)));
        Assert.Equal(["RetrieveMultiple pint_document", "Update pint_lock", "RetrieveMultiple pint_document"], site.Dataverse.Requests.Take(3));
        Assert.True(site.Dataverse.Requests.Count <= 12);
    }

    [Fact]
    public void A_repeated_posting_changes_nothing()
    {
        var id = Prepared();
        var text = OracleAnswers.ReadBack(site.Frozen(id), site.Key(id));
        Record(id, "posted", text);
        Assert.Equal("Posted", Record(id, "posted", text)["State"]);
        Assert.Equal(["pint_lock"], site.Dataverse.Written.Select(row => row.LogicalName));
    }

    [Fact]
    public void Created_but_not_validated_is_submitted_and_nobody_s_base()
    {
        var id = Prepared();
        Assert.Equal("Submitted", Record(id, "submitted", OracleAnswers.ReadBack(site.Frozen(id), site.Key(id), "Needs revalidation"))["State"]);
        Assert.Null(new RowView(site.Dataverse.Row(CommitmentTable.LogicalName, site.Commitment)).Reference(CommitmentTable.BasePreparationId));
        Assert.Equal("Posted", Record(id, "posted", OracleAnswers.ReadBack(site.Frozen(id), site.Key(id)))["State"]);
    }

    [Fact]
    public void An_amount_that_differs_by_a_cent_holds_the_document_and_releases_nobody()
    {
        var id = Prepared();
        var answer = Record(
            id,
            "posted",
            OracleAnswers.ReadBack(site.Frozen(id) with { Documents = [site.Frozen(id).Documents[0] with { Amount = 50580.01m }] }, site.Key(id))
        );
        Assert.Equal("Held oracle-differs", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains("50,580.01", (string)answer["Message"], StringComparison.Ordinal);
        Assert.False(answer.Contains("ReleasedDocumentId"));
        Assert.Equal((0, 0m), (answer["ReleasedDocuments"], answer["ReleasedAmount"]));
        Assert.Equal(DocumentState.Held, site.State(id));
    }

    [Fact]
    public void An_invoice_of_the_vendors_other_commitment_holds_the_document_and_leaves_nothing_of_it_there()
    {
        var first = Prepared();
        var second = site.AddDocument(First with { ProcoreId = "7001" }, commitment: site.AddContract("SC-009", MatchingChoice.Matched));
        foreach (var column in new[] { DocumentTable.NumberKeys, DocumentTable.SentOn, DocumentTable.BillingDate, DocumentTable.PeriodEnd })
        {
            // Both were read and prepared in the same moment: neither saw the other.
            site.Dataverse.Row(DocumentTable.LogicalName, first)[column] = null;
        }

        Assert.Equal("Prepared", site.Prepare(second)["State"]);
        site.Dataverse.Row(DocumentTable.LogicalName, second)[DocumentTable.SentOn] = new DateTime(2025, 11, 4);
        var found = OracleAnswers.ReadBack(site.Frozen(first), site.Key(first));
        Record(first, "posted", found);

        var answer = Record(second, "submitted", found);

        Assert.Equal("Held number-taken", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains("application 1 of commitment SC-002 (Posted)", (string)answer["Message"], StringComparison.Ordinal);
        Assert.DoesNotContain("ancel", (string)answer["Message"], StringComparison.Ordinal);
        var row = site.Document(second);
        Assert.Null(row.Text(DocumentTable.OracleInvoiceId));
        Assert.Null(row.Instant(DocumentTable.SentOn));
        Assert.Single(site.Dataverse.All(RecordLinkTable.LogicalName), link => new RowView(link).Text(RecordLinkTable.OracleId) is not null);
    }

    [Fact]
    public void A_refusal_of_Oracle_lets_the_next_preparation_send_other_content()
    {
        var id = Prepared();
        site.Dataverse.UpdateInside(
            "pint_ClaimDocument",
            new Entity(DocumentTable.LogicalName, id) { [DocumentTable.ClaimedBy] = "gateway-1", [DocumentTable.SentOn] = new DateTime(2025, 11, 4) }
        );
        var answer = site.Call(
            new RecordOutcome(),
            "pint_RecordOutcome",
            ("DocumentId", id),
            ("Outcome", "refused"),
            ("Claim", "gateway-1"),
            ("ContentHash", site.Document(id).Text(DocumentTable.ContentHash)),
            ("ReasonCode", "supplier-site-inactive"),
            ("Message", "Supplier site JOLIET is inactive.")
        );
        Assert.Equal("Refused supplier-site-inactive", answer["State"] + " " + answer["ReasonCode"]);
        site.Dataverse.Row(CommitmentTable.LogicalName, site.Commitment)[CommitmentTable.VendorSite] = "CHICAGO";
        site.LinkVendor("1012", "CHICAGO");
        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        Assert.Equal("CHICAGO", site.Frozen(id).VendorSite);
        Assert.Equal(
            "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|6001|1|P2",
            site.Dataverse.All(PreparationTable.LogicalName)[^1][PreparationTable.Key]
        );
    }

    [Theory]
    [InlineData("\"invoiceAmount\":\"50580.00\",", "", "invoiceAmount")]
    [InlineData("\"50580.00\"", "\"50,580.00\"", "invoiceAmount is '50,580.00'")]
    [InlineData("\"50580.00\"", "null", "invoiceAmount is ''")]
    [InlineData("\"amount\":\"-5620.00\"", "\"amount\":\"-5620.001\"", "lines[1].amount is '-5620.001'")]
    [InlineData("{\"invoiceId\"", "{{\"invoiceId\"", "could not be read")]
    public void A_read_back_that_lacks_or_bends_a_field_is_named_and_changes_nothing(string part, string replacement, string named)
    {
        var id = Prepared();
        var text = OracleAnswers.ReadBack(site.Frozen(id), site.Key(id));
        Assert.Contains(part, text, StringComparison.Ordinal);
        var answer = Record(id, "posted", text.Replace(part, replacement, StringComparison.Ordinal));
        Assert.Equal("Prepared read-back-unreadable", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains(named, (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal(["pint_lock"], site.Dataverse.Written.Select(row => row.LogicalName));
    }

    [Fact]
    public void Unknown_documents_and_outcomes_are_refused_by_name()
    {
        var id = Prepared();
        Assert.Equal(
            "document-not-found",
            site.Call(
                new RecordOutcome(),
                "pint_RecordOutcome",
                ("DocumentId", Guid.Empty),
                ("Outcome", "posted"),
                ("Claim", ""),
                ("ContentHash", "")
            )["ReasonCode"]
        );
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => Record(id, "done", null));
        Assert.Contains("'done'", refusal.Message, StringComparison.Ordinal);
    }

    private Guid Prepared()
    {
        var id = site.AddDocument(First);
        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        return id;
    }

    private ParameterCollection Record(Guid id, string outcome, string? readBack) => site.Record(id, outcome, readBack);

    private RowView EventOf(Guid documentId) =>
        new(site.Dataverse.All(InboundEventTable.LogicalName).Single(row => new RowView(row).Reference(InboundEventTable.DocumentId) == documentId));
}
