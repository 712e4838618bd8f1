using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

/// <summary>The first application is posted: 56,200 billed, 5,620 held on it.</summary>
public sealed class PrepareRetainageReleaseTests
{
    private const string Thousand = """{"kind":"total","amount":1000.00}""";

    private const string StoredThousand = """{"kind":"total","amount":1000}""";

    private const string Day = "2025-10-31";

    private static readonly DateTime End = new(2025, 10, 31, 0, 0, 0, DateTimeKind.Utc);

    private readonly Site site = new();

    public PrepareRetainageReleaseTests()
    {
        site.AddOwnership(DocumentTypeChoice.RetainageRelease, ApprovalPlaceChoice.Oracle, "decided");
        site.Post(site.AddDocument(Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)])));
    }

    [Fact]
    public void A_release_is_answered_with_its_document_amount_place_and_hash()
    {
        var answer = Release("R1", Thousand);
        var id = (Guid)answer["DocumentId"];
        Assert.Equal("Prepared", answer["State"]);
        Assert.Equal("", answer["ReasonCode"]);
        Assert.Equal("Invoice SC-002-R1 of Halsted Electric Co. is prepared: 1,000.00 USD.", answer["Message"]);
        Assert.Equal("Oracle", answer["ApprovalPlace"]);
        Assert.Equal(1000m, answer["Amount"]);
        Assert.Equal("USD", answer["Currency"]);
        Assert.Equal(StoredContent.HashOf(site.Frozen(id)), answer["ContentHash"]);
        Assert.Equal(site.Document(id).Reference(DocumentTable.PreparationId), answer["PreparationId"]);
        Assert.Contains("| 5 Retainage | 5,620.00 | 4,620.00 |", (string)answer["Summary"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_carries_the_decision_with_the_caller_s_name_and_everything_that_the_contract_says()
    {
        site.Caller = site.Luis;
        Release("r1", Thousand, "HE-R-77");
        Assert.Equal(
            new Dictionary<string, object?>
            {
                [DocumentTable.Key] = "LAKESHORE|1|PROCORE|COMMITMENT|SC-002|RELEASE-R1",
                [DocumentTable.Name] = "SC-002 retainage release R1",
                [DocumentTable.EnvironmentId] = site.Environment,
                [DocumentTable.ProjectId] = site.Project,
                [DocumentTable.CommitmentId] = site.Commitment,
                [DocumentTable.DocumentType] = DocumentTypeChoice.RetainageRelease,
                [DocumentTable.ProcoreId] = "R1",
                [DocumentTable.Revision] = 1,
                [DocumentTable.SourceHash] = SourceHash.OfRelease("R1", StoredThousand),
                [DocumentTable.ApplicationNumber] = 1,
                [DocumentTable.InvoiceNumber] = "HE-R-77",
                [DocumentTable.PeriodEnd] = End,
                [DocumentTable.BillingDate] = End,
                [DocumentTable.ProcoreStatus] = "decided",
                [DocumentTable.Currency] = "USD",
                [DocumentTable.Decisions] =
                    $$$"""{"decidedBy":"Luis Ortega","decidedById":"{{{site.Luis}}}","decisions":{"release":{{{StoredThousand}}}}}""",
                [DocumentTable.DocumentState] = DocumentStateChoice.Received,
            },
            Columns.Of(site.Dataverse.Written.First(row => row.LogicalName == DocumentTable.LogicalName))
        );
    }

    [Fact]
    public void What_is_frozen_pays_the_retainage_from_its_account_and_moves_no_gross()
    {
        var answer = Release("R1", Thousand);
        var id = (Guid)answer["DocumentId"];
        var frozen = site.Frozen(id);
        Assert.Equal(
            (0m, -1000m, 1000m, 56200m, 4620m),
            (frozen.GrossMovement, frozen.RetainageMovement, frozen.PayableAmount, frozen.GrossToDate, frozen.RetainageToDate)
        );
        Assert.Equal(["SC-002-R1 1000.00"], frozen.Documents.Select(document => Sentence($"{document.InvoiceNumber} {document.Amount:0.00}")));
        Assert.All(
            frozen.LinesOf(frozen.Documents[0]),
            line => Assert.Equal(("101-10-20250-000-000-000", (string?)null), (line.Account, line.TaskNumber))
        );
        Assert.Equal(1000m, frozen.LinesOf(frozen.Documents[0]).Sum(line => line.Amount));
        Assert.Equal(new CalendarDate(2025, 10, 31), frozen.AccountingDate);

        var row = Columns.Of(site.WrittenTo(PreparationTable.LogicalName));
        Assert.Equal("LAKESHORE|1|PROCORE|COMMITMENT|SC-002|RELEASE-R1|P1", row[PreparationTable.Key]);
        Assert.Equal(
            (1, answer["ContentHash"], id, site.Commitment),
            (row[PreparationTable.Sequence], row[PreparationTable.ContentHash], row[PreparationTable.DocumentId], row[PreparationTable.CommitmentId])
        );
        Assert.Equal(
            site.Dataverse.Row(CommitmentTable.LogicalName, site.Commitment).GetAttributeValue<EntityReference>(CommitmentTable.BasePreparationId).Id,
            row[PreparationTable.BasePreparationId]
        );
        Assert.Equal(answer["Summary"], row[PreparationTable.Summary]);
        Assert.Matches(@"Unexplained\s+0\.00", (string)row[PreparationTable.Proof]!);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                [DocumentTable.DocumentState] = DocumentStateChoice.Prepared,
                [DocumentTable.ReasonCode] = null,
                [DocumentTable.Reason] = null,
                [DocumentTable.PreparationId] = answer["PreparationId"],
                [DocumentTable.ContentHash] = answer["ContentHash"],
                [DocumentTable.NumberKeys] = "|SC002R1=SC-002-R1|",
                [DocumentTable.PayableAmount] = 1000m,
                [DocumentTable.AccountingDate] = new DateTime(2025, 10, 31),
            },
            Columns.Of(site.Dataverse.Written[^1])
        );
    }

    [Fact]
    public void A_new_release_costs_thirteen_requests_and_the_rules_of_the_place_one_more()
    {
        Release("R1", Thousand);
        Assert.Equal(
            [
                "RetrieveMultiple pint_commitment",
                "Update pint_lock",
                "RetrieveMultiple pint_commitment",
                "RetrieveMultiple systemuser",
                "RetrieveMultiple teammembership",
                "Create pint_document",
                "RetrieveMultiple pint_document",
                "Retrieve pint_preparation",
                "RetrieveMultiple pint_document",
                "RetrieveMultiple pint_oracleperiod",
                "RetrieveMultiple pint_ownershiprule",
                "Create pint_preparation",
                "Update pint_document",
            ],
            site.Dataverse.Requests
        );

        site.MoveTo("US-ZZ");
        Post((Guid)Release("R1", Thousand)["DocumentId"]);
        Assert.Equal("Prepared", Release("R2", Thousand)["State"]);
        Assert.Equal(14, site.Dataverse.Requests.Count);
    }

    [Fact]
    public void The_same_release_again_answers_the_same_and_writes_nothing_but_the_lock()
    {
        var first = Release("R1", Thousand);
        site.Caller = site.Luis;
        var again = Release("R1", Thousand);
        Assert.All(
            ["DocumentId", "State", "ReasonCode", "ApprovalPlace", "Amount", "Currency", "ContentHash", "PreparationId", "Summary"],
            output => Assert.Equal(first[output], again[output])
        );
        Assert.Equal(["Update pint_lock"], site.Writes());
        Assert.Equal(
            first["DocumentId"],
            Call(
                ("CommitmentId", site.Commitment),
                ("Reference", "r1"),
                ("Release", """{ "amount": "1000", "kind": "total" }"""),
                ("PeriodEnd", "2025-10-31T00:00:00Z"),
                ("BillingDate", "2025-10-31T15:00:00-05:00")
            )["DocumentId"]
        );
        Assert.Equal(["Update pint_lock"], site.Writes());
        var byId = site.Prepare((Guid)first["DocumentId"]);
        Assert.Equal(first["ContentHash"], byId["ContentHash"]);
        Assert.Equal(["Update pint_lock"], site.Writes());
    }

    [Fact]
    public void A_posted_release_answers_that_it_is_posted()
    {
        var id = (Guid)Release("R1", Thousand)["DocumentId"];
        Assert.Equal("Posted", Post(id));
        Assert.Equal("Posted", Release("R1", Thousand)["State"]);
        Assert.Equal(["Update pint_lock"], site.Writes());
    }

    [Fact]
    public void The_same_reference_with_another_release_date_or_number_is_refused_and_nothing_is_stored()
    {
        Release("R1", Thousand);
        AssertRefused(Release("R1", """{"kind":"total","amount":2000.00}"""), "SC-002", "R1", "Choose another reference");
        AssertRefused(Release("R1", Thousand, invoiceNumber: "HE-R-78"), "SC-002", "R1", "Choose another reference");
        AssertRefused(
            Call(("CommitmentId", site.Commitment), ("Reference", "R1"), ("Release", Thousand), ("PeriodEnd", Day), ("BillingDate", "2025-11-01")),
            "Choose another reference"
        );
        AssertRefused(
            Call(("CommitmentId", site.Commitment), ("Reference", "R1"), ("Release", Thousand), ("PeriodEnd", "2025-11-01"), ("BillingDate", Day)),
            "Choose another reference"
        );
        Assert.Single(site.Dataverse.All(PreparationTable.LogicalName), row => new RowView(row).Text(PreparationTable.InvoiceNumber) == "SC-002-R1");
    }

    [Fact]
    public void A_decision_about_a_release_takes_the_place_of_the_release_and_says_it_again()
    {
        const string Deductions = """
            "deductions":[{"kind":"backCharge","name":"BC-1 broken pane","amount":200.00,"account":"101-10-21900-000-000-000"}]
            """;
        var id = (Guid)Release("R1", Thousand)["DocumentId"];
        var incomplete = site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", id), ("Decisions", $"{{{Deductions}}}"));
        Assert.Equal("Prepared input-unusable", incomplete["State"] + " " + incomplete["ReasonCode"]);
        Assert.Contains("SC-002 retainage release R1 does not say what is released", (string)incomplete["Message"], StringComparison.Ordinal);
        Assert.Equal(["Update pint_lock"], site.Writes());

        const string Eight = """{"kind":"total","amount":800.00}""";
        var decided = site.Call(
            new RecordDecision(),
            "pint_RecordDecision",
            ("DocumentId", id),
            ("Decisions", $"{{\"release\":{Eight},{Deductions}}}")
        );
        Assert.Equal("Held decision-recorded", decided["State"] + " " + decided["ReasonCode"]);
        var prepared = site.Prepare(id);
        Assert.Equal(("Prepared", 600m), (prepared["State"], prepared["Amount"]));
        AssertRefused(Release("R1", Thousand), "Choose another reference");
    }

    [Fact]
    public void A_release_above_what_is_held_is_stopped_on_its_document()
    {
        var answer = Release("R1", """{"kind":"total","amount":5620.01}""");
        Assert.Equal("Refused release-above-held", answer["State"] + " " + answer["ReasonCode"]);
        var id = (Guid)answer["DocumentId"];
        Assert.Equal((DocumentState.Refused, (string)answer["Message"]), (site.State(id), site.Document(id).Text(DocumentTable.Reason)));
        Assert.Equal("Prepared", Release("R2", """{"kind":"everything"}""")["State"]);
    }

    [Theory]
    [InlineData("R1", """{"kind":"total","amount":"10,00"}""", "Release.amount")]
    [InlineData("R1", """{"kind":"total"}""", "Release.amount is missing")]
    [InlineData("R1", """{"kind":"all"}""", "Release.kind")]
    [InlineData("R1", """{"kind":"everything","who":"me"}""", "Release.who is not a known field")]
    [InlineData("R1", """{"kind":"everything"},"catchUp":{"amount":1}""", "Release is not valid JSON")]
    [InlineData("R1", """{"kind":"everything" """, "Release is not valid JSON")]
    [InlineData("R1", "[]", "Release must be an object")]
    [InlineData("R1", null, "amount to release is missing")]
    [InlineData("R/1", Thousand, "reference is 'R/1'")]
    [InlineData("R12345678901234567890123456789012345678901", Thousand, "up to 40 letters")]
    [InlineData(null, Thousand, "reference is missing")]
    public void What_cannot_be_read_is_named_and_nothing_is_stored(string? reference, string? release, string named)
    {
        AssertRefused(Release(reference, release), named, "Nothing was stored");
        Assert.Equal(["Update pint_lock"], site.Writes());
    }

    [Fact]
    public void Dates_and_contract_are_asked_for_by_name()
    {
        AssertRefused(
            Call(("CommitmentId", site.Commitment), ("Reference", "R1"), ("Release", Thousand)),
            "period end or the billing date is missing"
        );
        AssertRefused(
            Call(("CommitmentId", site.Commitment), ("Reference", "R1"), ("Release", Thousand), ("PeriodEnd", "soon"), ("BillingDate", Day)),
            "The period end is 'soon', which is not a date such as 2025-10-31"
        );
        AssertRefused(Call(("Reference", "R1"), ("Release", Thousand)), "The commitment is missing");
        AssertRefused(Call(("CommitmentId", site.Project), ("Reference", "R1"), ("Release", Thousand)), site.Project.ToString(), "does not exist");
        Assert.Empty(site.Dataverse.Written);
    }

    [Theory]
    [InlineData("2025-11-01T00:00:00+13:00", "2025-11-01")]
    [InlineData("2025-10-31T23:30:00-05:00", "2025-10-31")]
    [InlineData("2025-10-31T00:00:00Z", "2025-10-31")]
    [InlineData("2025-10-31T23:59:59", "2025-10-31")]
    public void A_day_is_the_one_that_was_named_whatever_time_or_zone_stands_behind_it(string named, string day)
    {
        var id = (Guid)
            Call(("CommitmentId", site.Commitment), ("Reference", "R1"), ("Release", Thousand), ("PeriodEnd", named), ("BillingDate", named))[
                "DocumentId"
            ];
        var row = site.Document(id);
        Assert.Equal((day, day), (row.Date(DocumentTable.PeriodEnd).ToString(), row.Date(DocumentTable.BillingDate).ToString()));
    }

    [Fact]
    public void A_time_in_utc_that_may_be_another_day_is_refused_by_name()
    {
        var answer = Call(
            ("CommitmentId", site.Commitment),
            ("Reference", "R1"),
            ("Release", Thousand),
            ("PeriodEnd", Day),
            ("BillingDate", "2025-10-31T11:00:00Z")
        );
        AssertRefused(answer, "The billing date is '2025-10-31T11:00:00Z'", "UTC", "2025-10-31");
        Assert.Equal(["Update pint_lock"], site.Writes());
    }

    [Fact]
    public void Tax_that_is_not_an_amount_is_named()
    {
        var answer = Call(
            ("CommitmentId", site.Commitment),
            ("Reference", "R1"),
            ("Release", Thousand),
            ("PeriodEnd", Day),
            ("BillingDate", Day),
            ("Tax", "13%")
        );
        AssertRefused(answer, "The tax is '13%'");
    }

    [Fact]
    public void Without_a_place_of_approval_or_with_Procore_as_the_place_it_is_held()
    {
        var rule = site
            .Dataverse.All(OwnershipRuleTable.LogicalName)
            .Single(row => new RowView(row).Choice(OwnershipRuleTable.DocumentType) == DocumentTypeChoice.RetainageRelease);
        rule[OwnershipRuleTable.ApprovalPlace] = new OptionSetValue(ApprovalPlaceChoice.Procore);
        var answer = Release("R1", Thousand);
        Assert.Equal("Held ownership-missing", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains("name Oracle or Teams", (string)answer["Message"], StringComparison.Ordinal);
        rule[OwnershipRuleTable.RuleState] = new OptionSetValue(RuleStateChoice.Draft);
        Assert.Equal("ownership-missing", Release("R1", Thousand)["ReasonCode"]);
    }

    private static void AssertRefused(ParameterCollection answer, params string[] named)
    {
        Assert.Equal("Refused input-unusable", answer["State"] + " " + answer["ReasonCode"]);
        Assert.All(named, part => Assert.Contains(part, (string)answer["Message"], StringComparison.Ordinal));
        Assert.False(answer.Contains("PreparationId"));
    }

    private static string Sentence(FormattableString text) => FormattableString.Invariant(text);

    private string Post(Guid id) => site.RecordPosted(id);

    private ParameterCollection Release(string? reference, string? release, string? invoiceNumber = null) =>
        Call(
            ("CommitmentId", site.Commitment),
            ("Reference", reference),
            ("Release", release),
            ("PeriodEnd", Day),
            ("BillingDate", Day),
            ("InvoiceNumber", invoiceNumber)
        );

    private ParameterCollection Call(params (string Name, object? Value)[] inputs) =>
        site.Call(new PrepareRetainageRelease(), "pint_PrepareRetainageRelease", inputs);
}
