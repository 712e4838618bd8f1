using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

/// <summary>The first application is posted and unpaid: 56,200 billed, 5,620 held, 50,580 payable. Dana asks, Luis confirms.</summary>
public sealed class PrepareReversalTests
{
    private const string Why = "Wrong site";

    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);

    private static readonly SourceInvoice Second = Sample.Application(2, 50580m, [Sample.Line(1, 85000m, 4200m, 61350m, 0m, 6555m, 0m, 56200m)]);

    private readonly Site site = new();
    private readonly Guid posted;

    public PrepareReversalTests()
    {
        posted = site.AddDocument(First);
        site.Post(posted);
    }

    private const string Dana = "Dana Kowalski";

    private const string Luis = "Luis Ortega";

    [Fact]
    public void Who_asks_with_a_reason_of_their_own_does_not_confirm_what_another_asked_for()
    {
        var asked = Ask(Why);
        site.Caller = site.Luis;
        var again = Call(posted, "Billed twice");
        Assert.Equal((asked["DocumentId"], "AwaitingApproval"), (again["DocumentId"], again["State"]));
        Assert.Equal(
            (Dana, Why),
            (
                site.Document((Guid)asked["DocumentId"]).Text(DocumentTable.RequestedBy),
                site.Document((Guid)asked["DocumentId"]).Text(DocumentTable.ReversalReason)
            )
        );
        Assert.Equal("Prepared", Confirm()["State"]);
    }

    [Fact]
    public void The_first_person_s_call_makes_a_document_that_waits_for_a_second_one()
    {
        var answer = Ask(Why);
        var id = (Guid)answer["DocumentId"];
        Assert.Equal("AwaitingApproval", answer["State"]);
        Assert.Equal("", answer["ReasonCode"]);
        Assert.Contains("HE-40211 requested: cancel HE-40211", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Contains("A second person must confirm it", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal(("Teams", -50580m, "USD"), (answer["ApprovalPlace"], answer["Amount"], answer["Currency"]));
        Assert.Equal(StoredContent.HashOf(site.Frozen(id)), answer["ContentHash"]);
        Assert.Contains("| 8 Current payment due | 0.00 | -50,580.00 |", (string)answer["Summary"], StringComparison.Ordinal);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                [DocumentTable.Key] = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|6001|1|V1",
                [DocumentTable.Name] = "Reversal of Application 1",
                [DocumentTable.EnvironmentId] = site.Environment,
                [DocumentTable.ProjectId] = site.Project,
                [DocumentTable.CommitmentId] = site.Commitment,
                [DocumentTable.DocumentType] = DocumentTypeChoice.Reversal,
                [DocumentTable.ProcoreId] = "6001",
                [DocumentTable.Revision] = 1,
                [DocumentTable.SourceHash] = site.Document(posted).Text(DocumentTable.ContentHash),
                [DocumentTable.ApplicationNumber] = 1,
                [DocumentTable.ProcoreStatus] = "decided",
                [DocumentTable.Currency] = "USD",
                [DocumentTable.RequestedBy] = Dana,
                [DocumentTable.RequestedById] = site.Dana.ToString(),
                [DocumentTable.ReversalReason] = Why,
                [DocumentTable.ReversedDocumentId] = posted,
                [DocumentTable.DocumentState] = DocumentStateChoice.Received,
            },
            Columns.Of(site.Dataverse.Written.First(row => row.LogicalName == DocumentTable.LogicalName))
        );
        Assert.Equal(
            new Dictionary<string, object?>
            {
                [DocumentTable.DocumentState] = DocumentStateChoice.AwaitingApproval,
                [DocumentTable.ReasonCode] = null,
                [DocumentTable.Reason] = answer["Message"],
                [DocumentTable.PreparationId] = answer["PreparationId"],
                [DocumentTable.ContentHash] = answer["ContentHash"],
                [DocumentTable.NumberKeys] = null,
                [DocumentTable.PayableAmount] = -50580m,
                [DocumentTable.AccountingDate] = new DateTime(2025, 9, 30),
                [DocumentTable.ConfirmedBy] = null,
                [DocumentTable.ConfirmedById] = null,
            },
            Columns.Of(site.Dataverse.Written.Last(row => row.LogicalName == DocumentTable.LogicalName))
        );
        var finding = new RowView(Assert.Single(site.Dataverse.All(FindingTable.LogicalName)));
        Assert.Equal("reversal-unconfirmed", finding.Text(FindingTable.Kind));
        Assert.Contains("-50,580.00 USD", finding.Text(FindingTable.Sentence), StringComparison.Ordinal);
    }

    [Fact]
    public void What_waits_says_who_asked_and_that_nobody_confirmed()
    {
        var id = (Guid)Ask(Why)["DocumentId"];
        Assert.Equal($"Requested by {Dana}, not confirmed yet: {Why}", site.Frozen(id).Warnings);
        Ask(null);
        Assert.Equal($"Requested by {Dana}, not confirmed yet: {Why}", site.Frozen(id).Warnings);
        site.Caller = site.Luis;
        Call(posted, "A reason of the second person");
        Assert.Equal($"Requested by {Dana}, not confirmed yet: {Why}", site.Frozen(id).Warnings);
        Call(posted, null);
        Assert.Equal($"Requested by {Dana}, confirmed by {Luis}: {Why}", site.Frozen(id).Warnings);
    }

    [Fact]
    public void The_second_person_s_call_confirms_the_same_content_under_that_name()
    {
        var asked = Ask(Why);
        var confirmed = Confirm();
        var id = (Guid)confirmed["DocumentId"];
        Assert.Equal(("Prepared", ""), (confirmed["State"], confirmed["ReasonCode"]));
        Assert.Contains("HE-40211 will be reversed: cancel HE-40211", (string)confirmed["Message"], StringComparison.Ordinal);
        Assert.Equal(
            (asked["DocumentId"], asked["ContentHash"], asked["Amount"]),
            (confirmed["DocumentId"], confirmed["ContentHash"], confirmed["Amount"])
        );
        Assert.Equal((Dana, Luis), (site.Document(id).Text(DocumentTable.RequestedBy), site.Document(id).Text(DocumentTable.ConfirmedBy)));
        Assert.Equal(site.Luis.ToString(), site.Document(id).Text(DocumentTable.ConfirmedById));
        Assert.Equal(
            ["LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|6001|1|V1|P2"],
            site.Dataverse.Written.Where(row => row.LogicalName == PreparationTable.LogicalName).Select(row => row[PreparationTable.Key])
        );
        Assert.Equal("Posted", site.RecordPosted(id));
        Assert.Equal(DocumentState.Reversed, site.State(posted));
    }

    // The source knows nothing of the 2,500 that the controller cut; billed again without a decision, they would be paid.
    [Fact]
    public void What_was_reversed_is_billed_again_only_after_a_decision_where_a_controller_had_cut_it()
    {
        var cut = new BillingDecisions { Cut = new HeaderCut(2_500m, Dana, "defective work") };
        site.Dataverse.Row(DocumentTable.LogicalName, posted)[DocumentTable.Decisions] = DecisionsText.Write(new Person(site.Caller, Dana), cut);
        Ask(Why);
        site.RecordPosted((Guid)Confirm()["DocumentId"]);
        Assert.Equal(DocumentState.Reversed, site.State(posted));

        var answer = site.Prepare(site.AddDocument(First, revision: 2));

        Assert.Equal(("Held", "correction-undecided"), (answer["State"], answer["ReasonCode"]));
        Assert.Contains("2,500.00", (string)answer["Message"], StringComparison.Ordinal);
    }

    // 2,500 were cut from revision 1, which was reversed; of revision 2 the controller cut 1,000, or nothing. Revision 3 corrects revision 2.
    [Theory]
    [InlineData(1_000)]
    [InlineData(0)]
    public void The_decision_about_the_latest_revision_counts_and_none_about_an_earlier_one(int cut)
    {
        Decide(posted, Cut(2_500m));
        Ask(Why);
        site.RecordPosted((Guid)Confirm()["DocumentId"]);
        site.Caller = site.Dana;
        var second = site.AddDocument(First, revision: 2);
        Decide(second, cut == 0 ? new BillingDecisions() : Cut(cut));
        Assert.Equal("Posted", site.Post(second));

        var answer = site.Prepare(site.AddDocument(First, revision: 3));

        Assert.Equal(cut == 0 ? "" : "correction-undecided", answer["ReasonCode"]);
        Assert.Equal(cut != 0, ((string)answer["Message"]).Contains("1,000.00 taken off", StringComparison.Ordinal));
    }

    // That two bills differ says nothing about the 2,500 that were cut; that nothing applies any more does.
    [Fact]
    public void Only_a_decision_about_the_payment_is_one_for_a_correction()
    {
        Decide(posted, Cut(2_500m));
        Ask(Why);
        site.RecordPosted((Guid)Confirm()["DocumentId"]);
        site.Caller = site.Dana;
        var second = site.AddDocument(First, revision: 2);
        Decide(second, new BillingDecisions { DiffersFrom = [posted] });
        Assert.Equal("correction-undecided", site.Prepare(second)["ReasonCode"]);
        Decide(second, new BillingDecisions { DiffersFrom = [posted], NothingApplies = true });
        Assert.Equal("", site.Prepare(second)["ReasonCode"]);
    }

    // Application 1 posted 57,200 to task 2600; application 2 moves them to task 0784 and bills 9,350 more there. It is paid, so it is credited.
    [Fact]
    public void What_an_application_moved_to_another_coding_moves_back_with_its_reversal()
    {
        var contract = site.AddContract("SC-009", MatchingChoice.Unmatched);
        var first = site.AddDocument(
            Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 5200m, 52000m, 520m, 5200m, 0m)]) with
            {
                ProcoreId = "7001",
                InvoiceNumber = "HE-50211",
            },
            commitment: contract
        );
        site.Post(first);
        var source = Sample.Application(2, 51480m, [Sample.Line(1, 85000m, 5200m, 61350m, 0m, 6655m, 0m, 57200m)]) with
        {
            ProcoreId = "7002",
            InvoiceNumber = "HE-50212",
        };
        var recoded = source with { Lines = [source.Lines[0] with { FlatCode = "07-840.SUB", TaskSegmentCode = "0784" }] };
        var second = site.AddDocument(recoded, commitment: contract);
        Decide(second, new BillingDecisions { ScheduleChanges = [new ScheduleChange.Recode("7001", "07-840.SUB", Reclassify: true)] });
        Assert.Equal("Posted", site.Post(second));
        Assert.Equal([new ReclassifiedCost("7001", "26-240.SUB", "07-840.SUB", 57200m)], site.Frozen(second).Reclassified);
        site.Dataverse.Update(new Entity(DocumentTable.LogicalName, second) { [DocumentTable.PaidStatus] = "Paid" });

        TakeBack(second);

        var reversal = site.Frozen(OnlyReversal());
        Assert.Equal(["0784", null], reversal.LinesOf(Assert.Single(reversal.Documents)).Select(line => line.TaskNumber));
        Assert.Equal([new ReclassifiedCost("7001", "07-840.SUB", "26-240.SUB", 57200m)], reversal.Reclassified);
        Assert.Equal(("26-240.SUB", "2600"), (reversal.Lines[0].FlatCode, reversal.Lines[0].TaskNumber));
        Assert.Equal(PreparedLedger.Of(site.Frozen(first), []).Lines, PreparedLedger.Of(reversal, []).Lines);

        // Billed again without the recoding, it goes where application 1 went.
        var again = site.AddDocument(source, revision: 2, commitment: contract);
        Assert.Equal("Posted", site.Post(again));
        Assert.Equal(("26-240.SUB", "2600"), (site.Frozen(again).Lines[0].FlatCode, site.Frozen(again).Lines[0].TaskNumber));
        Assert.Empty(site.Frozen(again).Reclassified);
    }

    private void Decide(Guid document, BillingDecisions decided) =>
        site.Dataverse.Row(DocumentTable.LogicalName, document)[DocumentTable.Decisions] = DecisionsText.Write(
            new Person(site.Caller, Dana),
            decided
        );

    private static BillingDecisions Cut(decimal amount) => new() { Cut = new HeaderCut(amount, Dana, "defective work") };

    [Fact]
    public void The_confirmation_says_what_goes_on_and_the_request_releases_nothing()
    {
        var asked = Ask(Why);

        var confirmed = Confirm();

        Assert.Equal((0, 0m), (asked["ReleasedDocuments"], asked["ReleasedAmount"]));
        Assert.Equal((1, -50580m), (confirmed["ReleasedDocuments"], confirmed["ReleasedAmount"]));
        Assert.Equal((0, 0m), (Confirm()["ReleasedDocuments"], Confirm()["ReleasedAmount"]));
    }

    [Fact]
    public void Asking_costs_thirteen_requests_confirming_nine_and_the_most_there_can_be_fifteen()
    {
        Ask(Why);
        Assert.Equal(
            [
                "RetrieveMultiple pint_document",
                "Update pint_lock",
                "RetrieveMultiple pint_document",
                "RetrieveMultiple systemuser",
                "RetrieveMultiple teammembership",
                "Create pint_document",
                "RetrieveMultiple pint_document",
                "Retrieve pint_preparation",
                "RetrieveMultiple pint_oracleperiod",
                "Create pint_preparation",
                "Update pint_document",
                "RetrieveMultiple pint_finding",
                "Create pint_finding",
            ],
            site.Dataverse.Requests
        );
        Confirm();
        Assert.Equal(9, site.Dataverse.Requests.Count);
        site.RecordPosted(OnlyReversal());

        // Where an older base lies under the document and a reversal over it, three preparations are read.
        site.Post(site.AddDocument(First, revision: 2));
        var second = site.AddDocument(Second);
        site.Post(second);
        var third = site.AddDocument(Sample.Application(3, 58995m, [Sample.Line(1, 85000m, 65550m, 10000m, 0m, 7555m, 0m, 65550m)]));
        site.Post(third);
        TakeBack(third);
        Call(second, Why);
        Assert.Equal(3, site.Dataverse.Requests.Count(request => request == "Retrieve pint_preparation"));
        Assert.Equal(15, site.Dataverse.Requests.Count);
    }

    [Fact]
    public void One_person_alone_never_gets_past_the_waiting_state_and_asking_again_writes_nothing_but_the_lock()
    {
        var asked = Ask(Why);
        var again = Ask(Why);
        Assert.All(
            ["DocumentId", "State", "ReasonCode", "Message", "ApprovalPlace", "Amount", "Currency", "ContentHash", "PreparationId", "Summary"],
            output => Assert.Equal(asked[output], again[output])
        );
        Assert.Equal(["Update pint_lock"], site.Writes());
        Assert.Equal("AwaitingApproval", Ask("Another reason")["State"]);
        Assert.Equal(Why, site.Document(OnlyReversal()).Text(DocumentTable.ReversalReason));
    }

    [Fact]
    public void A_person_whose_name_was_changed_is_still_the_same_person()
    {
        Ask(Why);
        site.Dataverse.Row("systemuser", site.Dana)["fullname"] = "Dana Ortega";
        Assert.Equal("AwaitingApproval", Ask(null)["State"]);
        Assert.Null(site.Document(OnlyReversal()).Text(DocumentTable.ConfirmedBy));
    }

    [Fact]
    public void Two_people_of_one_name_are_two_people()
    {
        Ask(Why);
        site.Caller = site.AddUser("Dana Kowalski");
        Assert.Equal("Prepared", Call(posted, null)["State"]);
    }

    [Fact]
    public void A_user_without_a_name_is_known_by_the_id()
    {
        site.Caller = site.AddUser(null);
        Call(posted, Why);
        Assert.Equal(
            ("User without a name", site.Caller.ToString()),
            (site.Document(OnlyReversal()).Text(DocumentTable.RequestedBy), site.Document(OnlyReversal()).Text(DocumentTable.RequestedById))
        );
    }

    [Fact]
    public void Confirming_again_writes_nothing_but_the_lock_whoever_calls()
    {
        Ask(Why);
        var confirmed = Confirm();
        foreach (var again in new[] { Confirm(), Ask(null) })
        {
            Assert.All(
                ["DocumentId", "State", "ApprovalPlace", "Amount", "ContentHash", "PreparationId", "Summary"],
                output => Assert.Equal(confirmed[output], again[output])
            );
            Assert.Equal(["Update pint_lock"], site.Writes());
        }

        Assert.Equal(Luis, site.Document(OnlyReversal()).Text(DocumentTable.ConfirmedBy));
    }

    [Fact]
    public void A_confirmation_holds_for_what_was_confirmed_and_for_nothing_else()
    {
        Ask(Why);
        var cancelled = Confirm();
        site.Dataverse.Update(new Entity(DocumentTable.LogicalName, posted) { [DocumentTable.PaidStatus] = "Paid" });

        var changed = Ask(null);
        Assert.Equal("AwaitingApproval", changed["State"]);
        Assert.NotEqual(cancelled["ContentHash"], changed["ContentHash"]);
        Assert.Contains("HE-40211-V", (string)changed["Message"], StringComparison.Ordinal);
        Assert.Null(site.Document(OnlyReversal()).Text(DocumentTable.ConfirmedBy));
        Assert.Contains("not confirmed yet", site.Frozen(OnlyReversal()).Warnings, StringComparison.Ordinal);

        var confirmed = Confirm();
        Assert.Equal(("Prepared", changed["ContentHash"]), (confirmed["State"], confirmed["ContentHash"]));
        Assert.Equal(Luis, site.Document(OnlyReversal()).Text(DocumentTable.ConfirmedBy));
    }

    [Fact]
    public void A_posted_reversal_leaves_nothing_to_take_back()
    {
        TakeBack(posted);
        var answer = Ask(Why);
        Assert.Equal("Refused document-state", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains("Application 1 is Reversed", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal(["Update pint_lock"], site.Writes());
    }

    [Fact]
    public void Without_a_reason_nothing_is_asked_for()
    {
        foreach (var reason in new object?[] { null, "", "  ", 7 })
        {
            var answer = Call(posted, reason);
            Assert.Equal("Held second-person-required", answer["State"] + " " + answer["ReasonCode"]);
            Assert.Contains("Application 1 has no reason", (string)answer["Message"], StringComparison.Ordinal);
            Assert.Equal(["Update pint_lock"], site.Writes());
        }
    }

    [Fact]
    public void Only_what_is_posted_is_taken_back_and_no_reversal_is()
    {
        var waiting = site.AddDocument(Second);
        AssertRefused(Call(waiting, Why), "Application 2 is Received");
        TakeBack(posted);
        AssertRefused(Call(OnlyReversal(), Why), "is a reversal and cannot be reversed");
        Assert.Single(
            site.Dataverse.All(DocumentTable.LogicalName),
            row => new RowView(row).Choice(DocumentTable.DocumentType) == DocumentTypeChoice.Reversal
        );
    }

    [Fact]
    public void The_latest_is_taken_back_first()
    {
        site.Post(site.AddDocument(Second));
        var answer = Ask(Why);
        Assert.Equal("Refused reversal-out-of-order", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Equal(
            (DocumentState.Refused, (string)answer["Message"]),
            (site.State(OnlyReversal()), site.Document(OnlyReversal()).Text(DocumentTable.Reason))
        );
    }

    [Fact]
    public void Unknown_documents_and_missing_parameters_are_refused_by_name()
    {
        var unknown = new Guid("11111111-2222-3333-4444-555555555555");
        var answer = Call(unknown, Why);
        Assert.Equal("Refused document-not-found", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains(unknown.ToString(), (string)answer["Message"], StringComparison.Ordinal);
        var missing = Assert.Throws<InvalidPluginExecutionException>(() => site.Call(new PrepareReversal(), "pint_PrepareReversal", ("Reason", Why)));
        Assert.Contains("value DocumentId is missing", missing.Message, StringComparison.Ordinal);
        var wrong = Assert.Throws<InvalidPluginExecutionException>(() =>
            site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", posted.ToString()), ("Reason", Why))
        );
        Assert.Contains("DocumentId", wrong.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(ParameterCollection answer, string named)
    {
        Assert.Equal("Refused document-state", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains(named, (string)answer["Message"], StringComparison.Ordinal);
    }

    private void TakeBack(Guid document)
    {
        site.Caller = site.Dana;
        Call(document, Why);
        site.Caller = site.Luis;
        site.RecordPosted((Guid)Call(document, null)["DocumentId"]);
    }

    private Guid OnlyReversal() =>
        site
            .Dataverse.All(DocumentTable.LogicalName)
            .Single(row => new RowView(row).Choice(DocumentTable.DocumentType) == DocumentTypeChoice.Reversal)
            .Id;

    private ParameterCollection Ask(string? reason)
    {
        site.Caller = site.Dana;
        return Call(posted, reason);
    }

    private ParameterCollection Confirm()
    {
        site.Caller = site.Luis;
        return Call(posted, null);
    }

    private ParameterCollection Call(Guid document, object? reason) =>
        site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", document), ("Reason", reason));
}
