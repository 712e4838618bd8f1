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

/// <summary>The first application bills 56,200; without a decision 50,580 are payable.</summary>
public sealed class RecordDecisionTests
{
    private const string BackCharge =
        """{"deductions":[{"kind":"backCharge","name":"BC-1 broken pane","amount":500.00,"account":"101-10-21900-000-000-000"}]}""";

    private const string Recorded = "A decision about Application 1 was recorded. The document will be prepared again automatically.";

    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);

    private static readonly SourceInvoice Second = Sample.Application(2, 50580m, [Sample.Line(1, 85000m, 4200m, 61350m, 0m, 6555m, 0m, 56200m)]);

    private readonly Site site = new();
    private readonly Guid document;

    public RecordDecisionTests() => document = site.AddDocument(First);

    [Fact]
    public void A_decision_about_an_application_that_waits_for_another_says_that_nothing_goes_on()
    {
        var second = site.AddDocument(Second);
        Assert.Equal("predecessor-not-posted", site.Prepare(second)["ReasonCode"]);
        var answer = site.Call(
            new RecordDecision(),
            "pint_RecordDecision",
            ("DocumentId", second),
            ("Decisions", """{"deductions":[{"kind":"backCharge","name":"BC-1","amount":500.00,"account":"101-10-21900-000-000-000"}]}""")
        );
        var prepared = site.Prepare(second);
        Assert.True(
            prepared["State"].Equals("Prepared") || (int)answer["ReleasedDocuments"] == 0,
            answer["ReleasedDocuments"] + " " + answer["ReleasedAmount"] + " then " + prepared["State"] + " " + prepared["ReasonCode"]
        );
    }

    [Fact]
    public void A_decision_about_a_prepared_application_does_not_say_the_amount_that_it_just_made_void()
    {
        var id = document;
        site.Prepare(id);
        var answer = site.Call(
            new RecordDecision(),
            "pint_RecordDecision",
            ("DocumentId", id),
            ("Decisions", """{"deductions":[{"kind":"backCharge","name":"BC-1","amount":20000.00,"account":"101-10-21900-000-000-000"}]}""")
        );
        Assert.Equal(site.Prepare(id)["Amount"], answer["ReleasedAmount"]);
    }

    [Fact]
    public void A_decision_is_stored_with_the_caller_s_name_holds_the_document_and_lets_its_flow_come_again()
    {
        site.Caller = site.Luis;
        var answer = Decide(BackCharge);
        Assert.Equal(("Held", "decision-recorded", Recorded), (answer["State"], answer["ReasonCode"], answer["Message"]));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                [DocumentTable.Decisions] =
                    $$$"""{"decidedBy":"Luis Ortega","decidedById":"{{{site.Luis}}}","""
                    + $$$"""  "decisions":{{{BackCharge.Replace(".00", "", StringComparison.Ordinal)}}}}""".TrimStart(),
                [DocumentTable.DocumentState] = DocumentStateChoice.Held,
                [DocumentTable.ReasonCode] = "decision-recorded",
                [DocumentTable.Reason] = Recorded,
                [DocumentTable.Attempts] = null,
                [DocumentTable.NextTryOn] = null,
            },
            Columns.Of(site.WrittenTo(DocumentTable.LogicalName))
        );
        Assert.Equal(
            new Dictionary<string, object?> { [InboundEventTable.EventState] = EventStateChoice.New },
            Columns.Of(site.WrittenTo(InboundEventTable.LogicalName))
        );
    }

    [Fact]
    public void The_answer_says_how_many_documents_go_on_and_how_much_they_certify()
    {
        var second = site.AddDocument(Sample.Application(2, 50580m, [Sample.Line(1, 85000m, 56200m, 0m, 0m, 0m, 0m, 0m)]));
        site.Prepare(second);
        Assert.Equal("predecessor-not-posted", site.Document(second).Text(DocumentTable.ReasonCode));

        var answer = Decide(BackCharge);

        var certified = new[] { document, second }.Sum(id => site.Document(id).Amount(DocumentTable.CertifiedPayment) ?? 0m);
        Assert.Equal((2, certified - 500m), (answer["ReleasedDocuments"], answer["ReleasedAmount"]));
    }

    [Fact]
    public void It_costs_eight_requests_and_the_contract_is_locked_before_the_document_is_read()
    {
        Decide(BackCharge);
        Assert.Equal(
            [
                "RetrieveMultiple systemuser",
                "RetrieveMultiple teammembership",
                "RetrieveMultiple pint_document",
                "Update pint_lock",
                "RetrieveMultiple pint_document",
                "Update pint_document",
                "RetrieveMultiple pint_inboundevent",
                "Update pint_inboundevent",
            ],
            site.Dataverse.Requests
        );
    }

    [Fact]
    public void The_next_preparation_carries_it_out_under_that_name()
    {
        Decide(BackCharge);
        Assert.Equal(50080m, site.Prepare(document)["Amount"]);
        var line = site.Frozen(document).Lines.Single(line => line.Account == "101-10-21900-000-000-000");
        Assert.Equal(-500m, line.Amount);
        Assert.Contains("Dana Kowalski", line.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_frozen_before_may_not_be_sent_any_more()
    {
        site.Prepare(document);
        Decide(BackCharge);
        Assert.Equal(DocumentState.Held, site.State(document));
        var refusal = site.Call(
            new RecordOutcome(),
            "pint_RecordOutcome",
            ("DocumentId", document),
            ("Outcome", "posted"),
            ("Claim", site.Claimed(document)),
            ("ContentHash", site.Document(document).Text(DocumentTable.ContentHash))
        );
        Assert.Equal("document-state", refusal["ReasonCode"]);
    }

    [Fact]
    public void The_same_decision_again_answers_the_same_and_writes_nothing_but_the_lock()
    {
        var first = Decide(BackCharge);
        var again = Decide(BackCharge);
        Assert.All(["State", "ReasonCode", "Message"], output => Assert.Equal(first[output], again[output]));
        Assert.Equal(["Update pint_lock"], site.Writes());
    }

    [Fact]
    public void The_same_decision_after_a_preparation_has_the_document_prepared_anew()
    {
        Decide(BackCharge);
        site.Prepare(document);
        Assert.Equal("Held", Decide(BackCharge)["State"]);
        Assert.Equal((DocumentState.Held, EventStateChoice.New), (site.State(document), Event(document).Choice(InboundEventTable.EventState)));
    }

    [Fact]
    public void Another_decision_or_another_person_takes_the_place_of_the_first()
    {
        Decide(BackCharge);
        site.Caller = site.Luis;
        Decide(BackCharge);
        Assert.Contains("Luis Ortega", site.Document(document).Text(DocumentTable.Decisions), StringComparison.Ordinal);
        Decide("{}");
        Assert.Equal(50580m, site.Prepare(document)["Amount"]);
    }

    [Fact]
    public void A_document_that_the_gateway_claims_in_the_meantime_keeps_what_it_was_and_the_answer_says_what_to_do()
    {
        site.Prepare(document);
        site.Dataverse.BeforeConditionalUpdate = () =>
            site.Dataverse.UpdateInside(
                "pint_ClaimDocument",
                new Entity(DocumentTable.LogicalName, document) { [DocumentTable.ClaimedBy] = "gateway-1" }
            );

        var failure = Assert.Throws<InvalidPluginExecutionException>(() => Decide(BackCharge));

        Assert.Contains("The document changed", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was stored. Try again.", failure.Message, StringComparison.Ordinal);
        Assert.Equal((DocumentState.Prepared, "gateway-1"), (site.State(document), site.Document(document).Text(DocumentTable.ClaimedBy)));
        Assert.Null(site.Document(document).Text(DocumentTable.Decisions));
        Assert.Equal(EventStateChoice.Read, Event(document).Choice(InboundEventTable.EventState));
        Assert.Equal(1, site.LockCounter);

        site.Dataverse.BeforeConditionalUpdate = null;
        var late = Decide(BackCharge);
        Assert.Equal(
            ("Prepared", "document-state", "Document Application 1 is Prepared, so a decision can no longer change it."),
            (late["State"], late["ReasonCode"], late["Message"])
        );
    }

    [Fact]
    public void What_is_posted_is_not_decided_about()
    {
        site.Post(document);
        var answer = Decide(BackCharge);
        Assert.Equal("Posted document-state", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains("Application 1 is Posted", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal(["Update pint_lock"], site.Writes());
    }

    [Fact]
    public void A_reversal_takes_back_what_was_posted_and_is_not_decided_about()
    {
        site.Post(document);
        var reversal = site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", document), ("Reason", "Wrong site"))["DocumentId"];
        var answer = site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", reversal), ("Decisions", BackCharge));
        Assert.Equal("AwaitingApproval input-unusable", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains("Reversal of Application 1", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal(["Update pint_lock"], site.Writes());
    }

    [Fact]
    public void A_document_without_an_inbox_event_is_prepared_again_by_its_own_api()
    {
        var owner = site.AddOwnerDocument(First);
        var answer = site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", owner), ("Decisions", BackCharge));
        Assert.StartsWith("A decision about Application 1 was recorded.", (string)answer["Message"], StringComparison.Ordinal);
        Assert.DoesNotContain("Update pint_inboundevent", site.Dataverse.Requests);
    }

    [Fact]
    public void Of_more_events_than_one_answer_holds_the_newest_is_New_again()
    {
        var newest = new DateTime(2025, 11, 20, 0, 0, 0, DateTimeKind.Utc);
        var expected = AddEvent(document, newest);
        AddEvent(site.AddDocument(Sample.Application(2, 50580m, First.Lines)), newest.AddDays(1));
        for (var older = 1; older <= 5000; older++)
        {
            AddEvent(document, newest.AddMinutes(-older));
        }

        Decide(BackCharge);

        Assert.Equal(
            [expected],
            site.Dataverse.All(InboundEventTable.LogicalName)
                .Where(row => new RowView(row).Choice(InboundEventTable.EventState) == EventStateChoice.New)
                .Select(row => row.Id)
        );
    }

    [Theory]
    [InlineData("""{"deductions":[{"kind":"backCharge","name":"BC-1","amount":"many"}]}""", "Decisions.deductions[name BC-1].amount")]
    [InlineData("""{"deduction":[]}""", "Decisions.deduction is not a known field")]
    [InlineData("""{"decidedBy":"Irene"}""", "Decisions.decidedBy is not a known field")]
    [InlineData("""{"cut":{"amount":12""", "Decisions is not valid JSON")]
    [InlineData("""{"cut":{"amount":12,"reason":"R"}""", "Decisions is not valid JSON")]
    [InlineData("""{"cut":{"amount":12,"reason":"R"}}}""", "Decisions is not valid JSON")]
    [InlineData("""{"materials":1}{"materials":2}""", "Decisions is not valid JSON")]
    [InlineData("""{"materials":1},"decidedBy":"Irene" """, "Decisions is not valid JSON")]
    [InlineData("""{"materials":[1}""", "Decisions is not valid JSON")]
    [InlineData("""{"materials":[1}]""", "Decisions is not valid JSON")]
    [InlineData("""{"cut":{"amount":12,"reason":"}}""", "Decisions is not valid JSON")]
    [InlineData("""{"materials":1,"materials":2}""", "Decisions.materials appears twice")]
    [InlineData("[]", "Decisions must be an object")]
    [InlineData("nothing", "Decisions is not valid JSON")]
    [InlineData("", "Decisions is not valid JSON")]
    public void What_cannot_be_read_is_named_and_nothing_is_stored(string decisions, string named)
    {
        var answer = Decide(decisions);
        Assert.Equal("Refused input-unusable", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains(named, (string)answer["Message"], StringComparison.Ordinal);
        Assert.Contains("Nothing was stored", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Empty(site.Writes());
    }

    [Fact]
    public void Braces_quotes_and_backslashes_inside_a_text_are_part_of_it()
    {
        Assert.Equal("Held", Decide("""{"cut":{"amount":0.01,"reason":"Item \"7}\" \\"}} """)["State"]);
        Assert.NotEqual("input-unusable", site.Prepare(document)["ReasonCode"]);
    }

    [Fact]
    public void A_name_with_quotes_stays_a_name()
    {
        site.Caller = site.AddUser("""Pat "Boss" O\Neil""");
        Decide(BackCharge);
        Assert.Equal(50080m, site.Prepare(document)["Amount"]);
        Assert.Contains(
            """Pat "Boss" O\Neil""",
            site.Frozen(document).Lines.Single(line => line.Amount == -500m).Description,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Unknown_documents_and_missing_parameters_are_refused_by_name()
    {
        var unknown = new Guid("11111111-2222-3333-4444-555555555555");
        var answer = site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", unknown), ("Decisions", BackCharge));
        Assert.Equal("Refused document-not-found", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains(unknown.ToString(), (string)answer["Message"], StringComparison.Ordinal);
        AssertThrows("DocumentId", ("Decisions", BackCharge));
        AssertThrows("Decisions", ("DocumentId", document));
        AssertThrows("Decisions", ("DocumentId", document), ("Decisions", 7));
    }

    [Fact]
    public void The_one_who_posts_again_is_the_caller_whatever_the_caller_writes()
    {
        site.Prepare(document);
        var live = OracleAnswers.ReadBack(site.Frozen(document), site.Key(document), "Needs revalidation");
        site.Record(document, "submitted", live);
        site.Record(
            document,
            "submitted",
            live.Replace("\"canceled\":\"false\"", "\"canceled\":\"true\"", StringComparison.Ordinal)
                .Replace("\"cancelled\":\"false\"", "\"cancelled\":\"true\"", StringComparison.Ordinal)
        );
        Assert.Equal("canceled-in-oracle", site.Document(document).Text(DocumentTable.ReasonCode));
        Decide("""{"postAgain":{"reason":"Mistake","decidedBy":"Irene Castellano"}}""");
        Assert.DoesNotContain("Irene", site.Document(document).Text(DocumentTable.Decisions), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_about_a_correction_says_the_difference_that_it_pays()
    {
        site.Post(document);
        var second = site.AddDocument(Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 5200m, 52000m, 520m, 5200m, 0m)]), revision: 2);
        var prepared = site.Prepare(second);
        Assert.True(prepared["State"].Equals("Prepared"), prepared["Message"]?.ToString());
        var answer = site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", second), ("Decisions", BackCharge));
        Assert.Equal(site.Prepare(second)["Amount"], answer["ReleasedAmount"]);
    }

    [Fact]
    public void A_decision_about_a_release_says_that_it_goes_on()
    {
        site.AddOwnership(DocumentTypeChoice.RetainageRelease, ApprovalPlaceChoice.Oracle, "decided");
        site.Post(document);
        var release = (Guid)
            site.Call(
                new PrepareRetainageRelease(),
                "pint_PrepareRetainageRelease",
                ("CommitmentId", site.Commitment),
                ("Reference", "R1"),
                ("Release", """{"kind":"total","amount":1000.00}"""),
                ("PeriodEnd", "2025-10-31"),
                ("BillingDate", "2025-10-31")
            )["DocumentId"];
        var answer = site.Call(
            new RecordDecision(),
            "pint_RecordDecision",
            ("DocumentId", release),
            ("Decisions", """{"release":{"kind":"total","amount":600.00}}""")
        );
        var prepared = site.Prepare(release);
        Assert.Equal(
            "Prepared 600",
            prepared["State"] + " " + ((decimal)prepared["Amount"]).ToString("0", System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.Equal((1, (object)600m), (answer["ReleasedDocuments"], answer["ReleasedAmount"]));
    }

    [Fact]
    public void Where_Oracle_has_nothing_of_what_was_sent_it_goes_on_by_itself()
    {
        site.Prepare(document);
        var row = site.Dataverse.Row(DocumentTable.LogicalName, document);
        row[DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Held);
        row[DocumentTable.ReasonCode] = "number-taken";
        row[DocumentTable.SentOn] = new DateTime(2025, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        Decide(BackCharge);
        Assert.Equal("payload-changed-after-send", site.Prepare(document)["ReasonCode"]);
        for (var look = 0; look < 3; look++)
        {
            var hash = site.Document(document).Text(DocumentTable.ContentHash);
            var claim = "look-" + look;
            site.Call(
                new PowerIntegration.Plugins.Documents.ClaimDocument(),
                "pint_ClaimDocument",
                ("DocumentId", document),
                ("Claim", claim),
                ("ContentHash", hash)
            );
            site.Call(
                new RecordOutcome(),
                "pint_RecordOutcome",
                ("DocumentId", document),
                ("Outcome", "posted"),
                ("ContentHash", hash),
                ("Claim", claim),
                ("ReadBack", "[]")
            );
            Assert.Null(site.Document(document).Instant(DocumentTable.SentOn));
            var step = new PowerIntegration.Domain.Stalled.StalledDocument
            {
                Id = document,
                Name = "Application 1",
                Kind = DocumentKind.SubcontractorInvoice,
                State = site.State(document),
                ReasonCode = site.Document(document).Text(DocumentTable.ReasonCode),
                ModifiedOn = default,
            }.Step;
            if (step == PowerIntegration.Domain.Stalled.StalledStep.Prepare)
            {
                site.Prepare(document);
                break;
            }
        }

        Assert.True(site.State(document) == DocumentState.Prepared, site.State(document) + " " + site.Document(document).Text(DocumentTable.Reason));
    }

    private void AssertThrows(string named, params (string Name, object? Value)[] inputs)
    {
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => site.Call(new RecordDecision(), "pint_RecordDecision", inputs));
        Assert.Contains($"value {named} is missing", refusal.Message, StringComparison.Ordinal);
    }

    private Guid AddEvent(Guid documentId, DateTime changedOn) =>
        site.Add(
            InboundEventTable.LogicalName,
            (InboundEventTable.DocumentId, new EntityReference(DocumentTable.LogicalName, documentId)),
            (InboundEventTable.EventState, new OptionSetValue(EventStateChoice.Read)),
            (InboundEventTable.ChangedOn, changedOn)
        );

    private RowView Event(Guid documentId) =>
        new(site.Dataverse.All(InboundEventTable.LogicalName).Single(row => new RowView(row).Reference(InboundEventTable.DocumentId) == documentId));

    private ParameterCollection Decide(string decisions) =>
        site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", document), ("Decisions", decisions));
}
