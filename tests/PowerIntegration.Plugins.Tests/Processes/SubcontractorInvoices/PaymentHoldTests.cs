using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Plugins.Dispatch;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Holds;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

/// <summary>An application of 50,580.00 billed on 2025-09-30, whose payment waits for the owner's until 2025-12-29. Today is 2025-11-04.</summary>
public sealed class PaymentHoldTests
{
    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);

    private static readonly DateTime Due = new(2025, 12, 29, 12, 0, 0, DateTimeKind.Utc);

    private static readonly ReadBackHold Open = new()
    {
        Id = "77",
        InvoiceNumber = "HE-40211",
        Name = "OWNER NOT PAID",
        HeldBy = "GATEWAY",
        HeldOn = "2025-11-04",
        ReleaseName = null,
        ReleasedOn = null,
        ChangedBy = "GATEWAY",
    };

    private static readonly ReadBackHold Released = Open with { ReleaseName = "OWNER PAID", ReleasedOn = "2025-12-29" };

    private readonly Site site = new();
    private readonly Guid document;

    public PaymentHoldTests()
    {
        var setup = site.Dataverse.Row(PayablesSetupTable.LogicalName, site.Payables);
        setup[PayablesSetupTable.HoldName] = "OWNER NOT PAID";
        setup[PayablesSetupTable.HoldReleaseName] = "OWNER PAID";
        site.ReplaceTerms(
            Site.TermsOf("SC-002") with
            {
                Key = "LAKESHORE|1|TERMS|SC-002|2",
                Number = 2,
                PaymentClause = new PaymentTerms
                {
                    Clause = PaymentClause.PayIfPaid,
                    OutsideDays = 90,
                    PassThroughDays = 7,
                },
            }
        );
        document = site.AddDocument(First);
        site.Prepare(document);
        Assert.NotNull(site.Frozen(document).PaymentHold);
    }

    [Theory]
    [InlineData("Not validated")]
    [InlineData("Needs revalidation")]
    public void A_hold_is_looked_after_from_the_moment_it_is_in_Oracle(string status)
    {
        Assert.Equal("Submitted", Record("submitted", status, Open)["State"]);

        Assert.Equal(
            (site.Now, Due.Date, "77"),
            (
                site.Document(document).Instant(DocumentTable.HoldPlacedOn),
                site.Document(document).Date(DocumentTable.HoldUntil)!.Value.ToDateTime(),
                site.Document(document).Text(DocumentTable.HoldIds)
            )
        );
        Assert.Contains(document.ToString("D"), Listed(), StringComparison.Ordinal);
        Assert.Equal((true, false), Claim());

        // Two days later it is posted; since when it is held does not change.
        var placed = site.Now;
        site.Now = site.Now.AddDays(2);
        Assert.Equal("Posted", Record("posted", "Needs revalidation", Open)["State"]);
        Assert.Equal(placed, site.Document(document).Instant(DocumentTable.HoldPlacedOn));
        Assert.Equal((true, false), Claim());
        site.Now = Due;
        Assert.Equal((true, true), Claim());
    }

    [Fact]
    public void What_differs_in_Oracle_is_held_here_and_its_payment_hold_is_looked_after()
    {
        var differs = OracleAnswers.ReadBack(site.Frozen(document) with { PayableAmount = 1m }, site.Key(document), "Validated", Open);
        Assert.Equal("Held", Record("posted", differs.Replace("50580.00", "50581.00", StringComparison.Ordinal))["State"]);
        Assert.Equal((true, false), Claim());
        site.Now = Due;
        Assert.Equal((true, true), Claim());
    }

    [Fact]
    public void What_was_canceled_in_Oracle_before_it_was_posted_has_no_hold_any_more()
    {
        Record("submitted", "Not validated", Open);
        var canceled = OracleAnswers
            .ReadBack(site.Frozen(document), site.Key(document), "Canceled", Released with { ReleaseName = "Canceled" })
            .Replace("\"canceled\":\"false\"", "\"canceled\":\"true\"", StringComparison.Ordinal);
        Assert.Equal("canceled-in-oracle", Record("submitted", canceled)["ReasonCode"]);

        Assert.Null(site.Document(document).Instant(DocumentTable.HoldPlacedOn));
        Assert.Null(site.Document(document).Text(DocumentTable.HoldIds));
        Assert.Equal("[]", Listed());
        Assert.Equal((false, false), Claim());
    }

    [Fact]
    public void A_hold_that_Oracle_refuses_is_one_finding_for_the_controller_and_the_retry_goes_on_under_the_hold()
    {
        for (var time = 0; time < 3; time++)
        {
            var answer = Record(
                "submitted",
                OracleAnswers.ReadBack(site.Frozen(document), site.Key(document), "Not validated"),
                "payment-hold-refused",
                "Oracle refused hold OWNER NOT PAID: unknown hold."
            );
            Assert.Equal(("Submitted", "payment-hold-refused"), (answer["State"], answer["ReasonCode"]));
        }

        var finding = new RowView(Assert.Single(site.Dataverse.All(FindingTable.LogicalName)));
        Assert.Equal(("payment-hold-refused", 50580m), (finding.Text(FindingTable.Kind), finding.Amount(FindingTable.Amount)));
        Assert.Equal(OwnerRoleChoice.Controller, finding.Choice(FindingTable.OwnerRole));
        Assert.Contains(
            "HE-40211 (50,580.00 USD) is in Oracle without its payment hold",
            finding.Text(FindingTable.Sentence),
            StringComparison.Ordinal
        );
        Assert.Contains("payment hold name in the Payables setup of Lakeshore US BU", finding.Text(FindingTable.NextStep), StringComparison.Ordinal);
        Assert.Contains("cancel the invoice in Oracle", finding.Text(FindingTable.NextStep), StringComparison.Ordinal);
        Assert.Null(site.Document(document).Instant(DocumentTable.HoldPlacedOn));

        // Validated by someone without the hold, it does not count as posted.
        Assert.Equal("Submitted", Record("posted", OracleAnswers.ReadBack(site.Frozen(document), site.Key(document)))["State"]);

        // The name was mended in the set-up, and Oracle has the hold under it.
        site.Dataverse.Row(PayablesSetupTable.LogicalName, site.Payables)[PayablesSetupTable.HoldName] = "PAY WHEN PAID";
        Assert.Equal("Posted", Record("posted", "Needs revalidation", Open with { Name = "PAY WHEN PAID" })["State"]);
        Assert.Equal("77", site.Document(document).Text(DocumentTable.HoldIds));
    }

    [Fact]
    public void One_person_requests_a_release_and_another_one_confirms_it()
    {
        Post();
        Assert.Equal("second-person-required", Ask(site.Dana)["ReasonCode"]);
        var asked = Ask(site.Dana, " The owner paid ");
        Assert.Equal((false, ""), (asked["IsConfirmed"], asked["ReasonCode"]));
        Assert.Equal(
            ("Dana Kowalski", "The owner paid", null),
            (
                site.Document(document).Text(DocumentTable.HoldRequestedBy),
                site.Document(document).Text(DocumentTable.HoldReason),
                site.Document(document).Text(DocumentTable.HoldConfirmedById)
            )
        );
        var own = Ask(site.Dana);
        Assert.Equal((false, "second-person-required"), (own["IsConfirmed"], own["ReasonCode"]));
        Assert.Equal((true, false), Claim());

        Assert.Equal(true, Ask(site.Luis)["IsConfirmed"]);
        Assert.Equal(site.Luis.ToString("D"), site.Document(document).Text(DocumentTable.HoldConfirmedById));
        Assert.Equal((true, true), Claim());

        // From here on it is on its way and no one changes it.
        Assert.Equal("document-state", Ask(site.Luis, withdraw: true)["ReasonCode"]);
        Assert.Contains("already being sent", (string)Ask(site.Dana, "Again")["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_whose_name_was_changed_does_not_confirm_an_own_request_and_a_request_can_be_withdrawn()
    {
        Post();
        Ask(site.Dana, "Paid");
        site.Dataverse.Row("systemuser", site.Dana)["fullname"] = "Dana Ortega";
        Assert.Equal("second-person-required", Ask(site.Dana)["ReasonCode"]);
        Assert.Equal("", Ask(site.Luis, withdraw: true)["ReasonCode"]);
        Assert.Null(site.Document(document).Text(DocumentTable.HoldRequestedById));
        Assert.Equal("second-person-required", Ask(site.Luis)["ReasonCode"]);
    }

    [Fact]
    public void Nothing_is_claimed_before_the_day_and_a_claim_needs_the_content_that_was_loaded()
    {
        Post();
        site.Now = Due.AddDays(-1);
        Assert.Equal((true, false), Claim());
        Assert.Null(site.Document(document).Instant(DocumentTable.HoldSentOn));
        site.Now = Due;
        Assert.Equal((false, false), Claim(hash: "another"));
        Assert.Equal((true, true), Claim());
        Assert.Equal(Due, site.Document(document).Instant(DocumentTable.HoldSentOn));

        // Claimed again, it was sent when it was.
        site.Now = Due.AddDays(1);
        Assert.Equal((true, true), Claim());
        Assert.Equal(Due, site.Document(document).Instant(DocumentTable.HoldSentOn));
    }

    [Fact]
    public void What_is_due_is_listed_first_and_what_is_released_not_at_all()
    {
        Post();
        Assert.Equal($"[\"{document:D}\"]", Listed());
        Assert.Equal((false, "Invoice HE-40211 waits under hold OWNER NOT PAID until 2025-12-29 at the latest."), Review(Open));
        site.Now = Due;
        Claim();
        var (isReleased, message) = Review(Released);
        Assert.True(isReleased);
        Assert.Contains("outside date 2025-12-29", message, StringComparison.Ordinal);
        Assert.Equal(Due, site.Document(document).Instant(DocumentTable.HoldReleasedOn));
        Assert.Equal("[]", Listed());

        // What was released stays as it is, whatever is read later.
        Assert.Equal((true, message), Review(Open));
        Assert.Equal((false, false), Claim());
        Assert.Contains("already released", (string)Ask(site.Dana, "Again")["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_finds_the_hold_under_its_id_and_keeps_the_id_of_one_that_was_placed_again()
    {
        Post();
        Assert.Equal(
            (false, "Invoice HE-40211 waits under hold OWNER NOT PAID until 2025-12-29 at the latest."),
            Review(Open with { Name = "RENAMED" })
        );
        Review(Released, Open with { Id = "78" });
        Assert.Equal("77, 78", site.Document(document).Text(DocumentTable.HoldIds));
        Assert.DoesNotContain(
            site.Dataverse.All(FindingTable.LogicalName),
            row => row.GetAttributeValue<string>(FindingTable.Kind) == "payment-hold-stuck"
        );
    }

    [Fact]
    public void A_release_by_someone_in_Oracle_and_a_hold_that_does_not_show_are_findings()
    {
        Post();
        Assert.False(Review(Released with { ChangedBy = "PAT.CLERK" }).IsReleased);
        Assert.False(Review().IsReleased);
        Assert.Equal(
            ["payment-hold-released", "payment-hold-stuck"],
            site.Dataverse.All(FindingTable.LogicalName).Select(row => row.GetAttributeValue<string>(FindingTable.Kind)).Order()
        );
    }

    [Fact]
    public void A_reversed_document_is_listed_as_due_and_released_at_once()
    {
        Post();
        site.Dataverse.Update(new Entity(DocumentTable.LogicalName, document) { [DocumentTable.PaidStatus] = "Partially paid" });
        site.Caller = site.Dana;
        site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", document), ("Reason", "Billed twice"));
        site.Caller = site.Luis;
        var reversal = (Guid)site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", document))["DocumentId"];
        Assert.Equal("Posted", site.RecordPosted(reversal));
        Assert.Equal(DocumentState.Reversed, site.State(document));

        // The credit is not held, and waits for nothing.
        Assert.Null(site.Document(reversal).Instant(DocumentTable.HoldPlacedOn));
        Assert.Equal((true, true), Claim());
        var (isReleased, message) = Review(Released);
        Assert.True(isReleased);
        Assert.Contains("was reversed", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Forged_ids_and_documents_without_a_hold_are_refused_by_name()
    {
        var forged = new Guid("11111111-2222-3333-4444-555555555555");
        Assert.Equal("document-not-found", Ask(site.Dana, "Paid", of: forged)["ReasonCode"]);
        Assert.Equal((false, false), Claim(of: forged));
        Assert.Contains(forged.ToString(), Review(forged, Open).Message, StringComparison.Ordinal);
        Assert.Contains(
            "could not be read",
            Call(new RecordHoldReview(), ("DocumentId", document), ("ReadBack", "no list"))["Message"].ToString()!,
            StringComparison.Ordinal
        );

        // Prepared, and nothing of it is in Oracle.
        var refused = Ask(site.Dana, "Paid");
        Assert.Equal("document-state", refused["ReasonCode"]);
        Assert.Contains("has no payment hold", (string)refused["Message"], StringComparison.Ordinal);
        Assert.Equal((false, false), Claim());
        Assert.False(Review(Open).IsReleased);
        Assert.Null(site.Document(document).Instant(DocumentTable.HoldCheckedOn));
    }

    [Fact]
    public void A_superseded_document_takes_no_release()
    {
        Post();
        var row = site.Dataverse.Row(DocumentTable.LogicalName, document);
        row[DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Superseded);
        site.Now = Due;
        Assert.Equal("document-state", Ask(site.Dana, "Paid")["ReasonCode"]);
        Assert.Equal((false, false), Claim());
        Assert.False(Review(Open).IsReleased);
        Assert.Null(site.Document(document).Instant(DocumentTable.HoldSentOn));
    }

    private void Post() => Assert.Equal("Posted", Record("posted", "Needs revalidation", Open)["State"]);

    private ParameterCollection Record(string outcome, string status, params ReadBackHold[] holds) =>
        Record(outcome, OracleAnswers.ReadBack(site.Frozen(document), site.Key(document), status, holds));

    private ParameterCollection Record(string outcome, string readBack, string? code = null, string? message = null) =>
        Call(
            new RecordOutcome(),
            ("DocumentId", document),
            ("Outcome", outcome),
            ("Claim", site.Claimed(document)),
            ("ContentHash", site.Document(document).Text(DocumentTable.ContentHash)),
            ("ReadBack", readBack),
            ("ReasonCode", code),
            ("Message", message)
        );

    private ParameterCollection Ask(Guid who, string? reason = null, bool withdraw = false, Guid? of = null)
    {
        site.Caller = who;
        return Call(new ReleasePaymentHold(), ("DocumentId", of ?? document), ("Reason", reason), ("Withdraw", withdraw));
    }

    private (bool IsOpen, bool IsDue) Claim(string? hash = null, Guid? of = null)
    {
        var answer = Call(
            new ClaimHoldRelease(),
            ("DocumentId", of ?? document),
            ("ContentHash", hash ?? site.Document(document).Text(DocumentTable.ContentHash))
        );
        return ((bool)answer["IsOpen"], (bool)answer["IsDue"]);
    }

    private (bool IsReleased, string Message) Review(params ReadBackHold[] holds) => Review(document, holds);

    private (bool IsReleased, string Message) Review(Guid of, params ReadBackHold[] holds)
    {
        var answer = Call(new RecordHoldReview(), ("DocumentId", of), ("ReadBack", JsonText.WriteList(holds.Select(ReadBackText.Write))));
        return ((bool)answer["IsReleased"], (string)answer["Message"]);
    }

    private string Listed() => (string)Call(new ListPaymentHolds())["Documents"];

    private ParameterCollection Call(IPlugin plugin, params (string Name, object? Value)[] inputs) =>
        site.Call(plugin, "pint_" + plugin.GetType().Name, [.. inputs.Where(input => input.Value is not null)]);
}
