using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
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

    private readonly Site site = new();
    private readonly Guid document;

    public RecordDecisionTests() => document = site.AddDocument(First);

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
        Assert.Equal((2, certified), (answer["ReleasedDocuments"], answer["ReleasedAmount"]));
    }

    [Fact]
    public void It_costs_seven_requests_and_the_contract_is_locked_before_the_document_is_read()
    {
        Decide(BackCharge);
        Assert.Equal(
            [
                "Retrieve systemuser",
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

        Assert.Contains("RecordDecision wrote nothing: the document changed after it was read", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Call RecordDecision again", failure.Message, StringComparison.Ordinal);
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
        Assert.Equal("A decision about Application 1 was recorded. The document will be prepared again by the next sweep.", answer["Message"]);
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
    [InlineData("""{"deduction":[]}""", "Decisions.deduction is not known")]
    [InlineData("""{"decidedBy":"Irene"}""", "Decisions.decidedBy is not known")]
    [InlineData("""{"cut":{"amount":12""", "Decisions is no JSON")]
    [InlineData("""{"cut":{"amount":12,"reason":"R"}""", "Decisions is no JSON")]
    [InlineData("""{"cut":{"amount":12,"reason":"R"}}}""", "Decisions is no JSON")]
    [InlineData("""{"materials":1}{"materials":2}""", "Decisions is no JSON")]
    [InlineData("""{"materials":1},"decidedBy":"Irene" """, "Decisions is no JSON")]
    [InlineData("""{"materials":[1}""", "Decisions is no JSON")]
    [InlineData("""{"materials":[1}]""", "Decisions is no JSON")]
    [InlineData("""{"cut":{"amount":12,"reason":"}}""", "Decisions is no JSON")]
    [InlineData("""{"materials":1,"materials":2}""", "Decisions.materials stands twice")]
    [InlineData("[]", "Decisions is no object")]
    [InlineData("nothing", "Decisions is no JSON")]
    [InlineData("", "Decisions is no JSON")]
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
        AssertThrows("DocumentId of type Guid", ("Decisions", BackCharge));
        AssertThrows("Decisions of type String", ("DocumentId", document));
        AssertThrows("Decisions of type String", ("DocumentId", document), ("Decisions", 7));
    }

    private void AssertThrows(string named, params (string Name, object? Value)[] inputs)
    {
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => site.Call(new RecordDecision(), "pint_RecordDecision", inputs));
        Assert.Contains("pint_RecordDecision needs the parameter " + named, refusal.Message, StringComparison.Ordinal);
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
