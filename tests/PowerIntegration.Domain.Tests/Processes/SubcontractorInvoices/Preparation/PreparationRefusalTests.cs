using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Wbs;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

/// <summary>One thing is wrong in each case; code, state and what the sentence must name stand beside it.</summary>
public sealed class PreparationRefusalTests
{
    private static readonly SourceInvoice First = Sample.Application(
        1,
        0m,
        [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m), Sample.Line(2, 20000m, 0m, 5000m, 0m, 500m, 0m, 0m)]
    );

    private static readonly SourceInvoice Second = Sample.Application(
        2,
        55080m,
        [Sample.Line(1, 85000m, 4200m, 61350m, 0m, 6555m, 0m, 56200m), Sample.Line(2, 20000m, 5000m, 1000m, 0m, 600m, 0m, 5000m)]
    );

    private static readonly PreparationFacts Good = Facts.Of(First);

    private static readonly PreparationFacts GoodSecond = Facts.Of(Second, Facts.Ledger(Facts.Frozen(Good).Invoice));

    // Ordered by precedence.
    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["project not active"] = new(
            Good with
            {
                Project = Good.Project with { IsActive = false },
            },
            "configuration-not-active",
            "Held",
            "Fulton Yards Tower"
        ),
        ["contract not active"] = new(
            WithCommitment(commitment => commitment with { IsActive = false }),
            "configuration-not-active",
            "Held",
            "SC-002"
        ),
        ["set-up not active"] = new(
            Good with
            {
                Payables = Good.Payables with { IsActive = false },
            },
            "configuration-not-active",
            "Held",
            "Lakeshore US BU"
        ),
        ["no ownership rule"] = new(Good with { OwnershipRules = [] }, "ownership-missing", "Held", "2025-09-30"),
        ["rule of another time"] = new(
            WithRule(rule => rule with { ValidFrom = new CalendarDate(2026, 1, 1) }),
            "ownership-missing",
            "Held",
            "2025-09-30"
        ),
        ["two ownership rules"] = new(
            Good with
            {
                OwnershipRules = [Facts.OwnershipRule, Facts.OwnershipRule with { Key = "OTHER" }],
            },
            "ownership-ambiguous",
            "Held",
            "OTHER"
        ),
        ["void"] = new(With(invoice => invoice with { Status = "deleted" }), "source-void", "Refused", "'deleted'"),
        ["under review"] = new(With(invoice => invoice with { Status = "under_review" }), "procore-undecided", "Held", "'under_review'"),
        ["approved as noted is another status"] = new(
            With(invoice => invoice with { Status = "approved_as_noted" }),
            "procore-undecided",
            "Held",
            "'approved'"
        ),
        ["no approver"] = new(With(invoice => invoice with { ApproverName = " " }), "procore-approval-missing", "Held", "HE-40211"),
        ["no time of approval"] = new(With(invoice => invoice with { ApprovedOn = null }), "procore-approval-missing", "Held", "no approval time"),
        ["out of order"] = new(WithCommitment(commitment => commitment with { LastPostedNumber = 3 }), "out-of-order", "Held", "application 3"),
        ["canceled in Oracle"] = new(Canceled(null), "canceled-in-oracle", "Held", "HE-40211"),
        ["canceled in Oracle again"] = new(Canceled(["HE-40211"], "HE-40211", "HE-40211-C1"), "canceled-in-oracle", "Held", "HE-40211-C1"),
        ["same number as before"] = new(
            GoodSecond with
            {
                Others = [Sibling(DocumentState.Posted, "he 40212")],
            },
            "possible-duplicate",
            "Held",
            "'HE-40212'"
        ),
        ["no lines"] = new(Good with { Source = First with { Lines = [] } }, "lines-missing", "Refused", "HE-40211"),
        ["2,001 lines"] = new(Good with { Source = ManyLines(2001) }, "too-many-lines", "Refused", "2001"),
        ["line without id"] = new(Line(line => line with { ProcoreLineId = null }), "line-id-missing", "Refused", "line 2"),
        ["line twice"] = new(Line(line => line with { ProcoreLineId = "7001" }), "line-repeated", "Refused", "7001"),
        ["no end of period"] = new(With(invoice => invoice with { PeriodEnd = null }), "date-missing", "Refused", "end of the billing period"),
        ["no billing date"] = new(With(invoice => invoice with { BillingDate = null }), "date-missing", "Refused", "billing_date"),
        ["header amount missing"] = new(
            With(invoice => invoice with { PreviousCertificates = null }),
            "amount-missing",
            "Refused",
            "less previous certificates"
        ),
        ["tax missing"] = new(With(invoice => invoice with { TaxAmount = null }), "amount-missing", "Refused", "tax"),
        ["stored missing"] = new(
            Line(line => line with { MaterialsStored = null }),
            "amount-missing",
            "Refused",
            "Invoice HE-40211 (Procore 6001), line 2 (Procore item 9002): materials presently stored is missing"
        ),
        ["retainage missing"] = new(Line(line => line with { WorkRetainageHeld = null }), "amount-missing", "Refused", "line 2"),
        ["unknown currency"] = new(WithCommitment(commitment => commitment with { Currency = "XYZ" }), "currency-unknown", "Refused", "'XYZ'"),
        ["two currencies"] = new(With(invoice => invoice with { Currency = "CAD" }), "currency-differs", "Held", "CAD"),
        ["too many decimals"] = new(Line(line => line with { WorkThisPeriod = 5000.005m }), "amount-too-precise", "Refused", "5,000.005"),
        ["number too long"] = new(With(invoice => invoice with { InvoiceNumber = new string('9', 51) }), "invoice-number-unusable", "Refused", "51"),
        ["negative stored"] = new(Line(line => line with { MaterialsStored = -1m, WorkThisPeriod = 5001m }), "stored-negative", "Refused", "-1.00"),
        ["line does not add up"] = new(Line(line => line with { CompletedToDate = 5000.01m }), "line-does-not-add-up", "Refused", "5,000.01"),
        ["header does not add up"] = new(
            With(invoice => invoice with { CertifiedPayment = invoice.CertifiedPayment + 0.01m }),
            "certificate-does-not-add-up",
            "Refused",
            "0.01"
        ),
        ["header far from lines"] = new(
            With(invoice => invoice with { GrossToDate = invoice.GrossToDate + 0.02m, CertifiedPayment = invoice.CertifiedPayment + 0.02m }),
            "certificate-does-not-add-up",
            "Refused",
            "0.02"
        ),
        ["overbilled"] = new(
            Line(line => line with { ScheduledValue = 4999.99m }, sum => sum with { ContractSumToDate = 89999.99m }),
            "overbilled",
            "Held",
            "4,999.99"
        ),
        ["line changed after posting"] = new(
            SecondLine(line => line with { CompletedPrevious = 5100m }),
            "previous-differs",
            "Held",
            "5,000.00 USD was posted"
        ),
        ["certificates changed after posting"] = new(
            WithSecond(invoice => invoice with { PreviousCertificates = 55000m, CertifiedPayment = invoice.CertifiedPayment + 80m }),
            "previous-differs",
            "Held",
            "55,000.00"
        ),
        ["Oracle keeps retainage in two parts"] = new(
            WithTerms(terms => terms with { RetainageKeeper = RetainageKeeper.Oracle }),
            "terms-contradictory",
            "Refused",
            "SC-002"
        ),
        ["purchase order withholds as we do"] = new(
            Good with
            {
                Links = [.. Good.Links.Select(link => link with { RetainageRate = 0.10m })],
            },
            "oracle-retainage-differs",
            "Held",
            "withheld twice"
        ),
        ["terms missing"] = new(WithCommitment(commitment => commitment with { Terms = null }), "terms-missing", "Refused", "SC-002"),
        ["terms unreadable"] = new(
            WithCommitment(commitment =>
                commitment with
                {
                    Terms = null,
                    Problem = new Refusal(SharedReasons.InputUnusable, "Contract SC-002: retainage is 'ten'."),
                }
            ),
            "input-unusable",
            "Refused",
            "'ten'"
        ),
        ["tax"] = new(
            With(invoice => invoice with { TaxAmount = 10m, CertifiedPayment = invoice.CertifiedPayment + 10m }),
            "tax-term-missing",
            "Refused",
            "tax of 10.00"
        ),
        ["retainage beyond the terms"] = new(
            Line(line => line with { WorkRetainageHeld = 500.03m }, sum => sum with { RetainageToDate = 6120.03m, CertifiedPayment = 55079.97m }),
            "retainage-differs",
            "Held",
            "500.03"
        ),
        ["no purchase order line"] = new(Good with { Links = [Good.Links[0]] }, "no-purchase-order-line", "Held", "line 2"),
        ["coding of the order not read"] = new(
            Good with
            {
                Links = [.. Good.Links.Select(link => link with { Coding = null })],
            },
            "purchase-order-coding-missing",
            "Held",
            "FYT-PO-1002"
        ),
        ["order coded otherwise"] = new(
            Good with
            {
                Links = [.. Good.Links.Select(link => link with { Coding = link.Coding! with { TaskNumber = "3300" } })],
            },
            "coding-differs-from-purchase-order",
            "Refused",
            "task 3300"
        ),
        ["unmapped code"] = new(Line(line => line with { CostType = "LAB" }), "wbs-unmapped", "Refused", "'LAB'"),
        ["no open period"] = new(Good with { Periods = [Facts.Period(9, isOpen: false)] }, "no-open-period", "Held", "2025-09-01"),
    };

    public static TheoryData<string> CaseNames => [.. Cases.Keys];

    [Fact]
    public void The_facts_that_the_cases_change_are_prepared_without_a_complaint()
    {
        Assert.Equal(55080m, Facts.Frozen(Good).Invoice.PayableAmount);
        Assert.Equal(9315m, Facts.Frozen(GoodSecond).Invoice.PayableAmount);
    }

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Is_stopped_with_its_code_and_a_sentence_that_names_what_is_wrong(string name)
    {
        var wanted = Cases[name];
        var stopped = Assert.IsType<PreparationDecision.Stopped>(BillingPreparation.Decide(wanted.Facts));
        Assert.Equal(wanted.Code + " " + wanted.State, stopped.Refusal.WireCode + " " + stopped.Refusal.State);
        Assert.Contains(wanted.Names, stopped.Refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_problems_the_first_by_precedence_is_given()
    {
        var many = With(invoice => invoice with { Status = "draft", TaxAmount = null, Currency = "CAD" }) with { Periods = [] };
        var stopped = Assert.IsType<PreparationDecision.Stopped>(BillingPreparation.Decide(many));
        Assert.Equal(DocumentReasons.ProcoreUndecided, stopped.Refusal.Code);
    }

    [Fact]
    public void Lines_with_the_same_problem_are_named_together()
    {
        var both = Good with { Mapping = Facts.Mapping with { Rules = MappingRules.None } };
        var stopped = Assert.IsType<PreparationDecision.Stopped>(BillingPreparation.Decide(both));
        Assert.Contains("line 1", stopped.Refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("line 2", stopped.Refusal.Sentence, StringComparison.Ordinal);
    }

    private static PreparationFacts With(Func<SourceInvoice, SourceInvoice> change) => Good with { Source = change(First) };

    private static PreparationFacts WithSecond(Func<SourceInvoice, SourceInvoice> change) => GoodSecond with { Source = change(Second) };

    private static PreparationFacts Line(Func<SourceInvoiceLine, SourceInvoiceLine> change, Func<SourceInvoice, SourceInvoice>? header = null) =>
        With(invoice => (header ?? (same => same))(invoice.With(2, change)));

    private static PreparationFacts SecondLine(Func<SourceInvoiceLine, SourceInvoiceLine> change) => WithSecond(invoice => invoice.With(2, change));

    // What was canceled when it was decided, and what is canceled now.
    private static PreparationFacts Canceled(string[]? decided, params string[] numbers) =>
        Good with
        {
            Document = Good.Document with { CanceledNumbers = numbers.Length == 0 ? ["HE-40211"] : numbers },
            Decisions = decided is null
                ? Good.Decisions
                : Good.Decisions with
                {
                    PostAgain = new PostAgainDecision("Wrong site", "Dana Kowalski") { CanceledNumbers = decided },
                },
        };

    private static PreparationFacts WithCommitment(Func<CommitmentFacts, CommitmentFacts> change) =>
        Good with
        {
            Commitment = change(Good.Commitment),
        };

    private static PreparationFacts WithTerms(Func<ContractTerms, ContractTerms> change) =>
        WithCommitment(commitment => commitment with { Terms = change(commitment.Terms!) });

    private static PreparationFacts WithRule(Func<OwnershipRule, OwnershipRule> change) =>
        Good with
        {
            OwnershipRules = [change(Facts.OwnershipRule)],
        };

    private static DocumentSummary Sibling(DocumentState state, string number) =>
        Facts.Summary(First, new Guid(9, 0, 0, new byte[8])) with
        {
            State = state,
            InvoiceNumber = number,
        };

    private static SourceInvoice ManyLines(int count) =>
        Sample.Application(1, 0m, [.. Enumerable.Range(1, count).Select(number => Sample.Line(number, 100m, 0m, 10m, 0m, 1m, 0m, 0m))]);

    private sealed record Case(PreparationFacts Facts, string Code, string State, string Names);
}
