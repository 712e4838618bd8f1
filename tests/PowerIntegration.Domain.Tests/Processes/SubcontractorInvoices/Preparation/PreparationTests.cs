using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

public sealed class PreparationTests
{
    private static readonly SourceInvoice First = Sample.Application(
        1,
        0m,
        [
            Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m),
            Sample.Line(2, 20000m, 0m, 0m, 0m, 0m, 0m, 0m),
            Sample.Line(3, 9000m, 0m, 1000m, 0m, 100m, 0m, 0m),
        ]
    );

    [Fact]
    public void Lines_that_move_are_sent_in_order_and_one_line_withholds_the_retainage()
    {
        var prepared = Facts.Frozen(Facts.Of(First)).Invoice;
        Assert.Equal(
            ["1:56200:FYT-PO-1002/1/1", "2:1000:FYT-PO-1002/3/1", "3:-5720://"],
            prepared
                .Lines.Where(line => line.IsSent)
                .Select(line =>
                    FormattableString.Invariant(
                        $"{line.OracleLineNumber}:{line.Amount:0}:{line.PurchaseOrderNumber}/{line.PurchaseOrderLine}/{line.PurchaseOrderSchedule}"
                    )
                )
        );
        Assert.Equal(51480m, prepared.PayableAmount);
        Assert.Equal(57200m, prepared.GrossMovement);
        Assert.Equal(5720m, prepared.RetainageMovement);
        var retainage = prepared.Lines[^1];
        Assert.Equal("101-10-20250-000-000-000", retainage.Account);
        Assert.Null(retainage.TaskNumber);
        Assert.Equal(LineKind.RetainageWithheld, retainage.Kind);
    }

    [Fact]
    public void A_line_that_does_not_move_stays_in_the_ledger_and_is_not_sent()
    {
        var line = Facts.Frozen(Facts.Of(First)).Invoice.Lines.Single(line => line.ProcoreLineId == "7002");
        Assert.Equal(0m, line.Amount);
        Assert.False(line.IsSent);
        Assert.Equal(0m, line.GrossAfter);
    }

    [Fact]
    public void A_ledger_line_that_the_invoice_does_not_mention_keeps_its_balance_because_missing_is_not_zero()
    {
        var posted = Facts.Ledger(Facts.Frozen(Facts.Of(First)).Invoice);
        var ledger = posted with
        {
            Lines =
            [
                .. posted.Lines,
                new ContractLine
                {
                    LineId = "7999",
                    ScheduledValue = 700m,
                    Posted = new LineBalance(300m, new BucketAmounts(30m, 0m)),
                },
            ],
        };
        ledger = ledger with { OriginalContractSum = ledger.OriginalContractSum + 700m };
        var second = Sample
            .Application(
                2,
                51480m,
                [
                    .. First.Lines.Select(line =>
                        line with
                        {
                            WorkPrevious = line.WorkThisPeriod,
                            CompletedPrevious = line.CompletedToDate,
                            WorkThisPeriod = 0m,
                        }
                    ),
                ]
            )
            .With(2, line => line with { WorkThisPeriod = 2000m, CompletedToDate = 2000m, WorkRetainageHeld = 200m });
        second = second with
        {
            ContractSumToDate = 114700m,
            GrossToDate = 59500m,
            RetainageToDate = 5950m,
            PreviousCertificates = 51750m,
            CertifiedPayment = 1800m,
        };
        var prepared = Facts.Frozen(Facts.Of(second, ledger)).Invoice;
        var kept = prepared.Lines.Single(line => line.ProcoreLineId == "7999");
        Assert.Equal((300m, 300m, 30m, 30m), (kept.GrossBefore, kept.GrossAfter, kept.WorkRetainageBefore, kept.WorkRetainageAfter));
        Assert.False(kept.IsSent);
        Assert.Equal(1800m, prepared.PayableAmount);
    }

    [Fact]
    public void A_header_that_differs_by_rounding_rules_and_the_largest_line_takes_the_difference()
    {
        var invoice = First with { RetainageToDate = 5719.99m, CertifiedPayment = 51480.01m };
        var prepared = Facts.Frozen(Facts.Of(invoice)).Invoice;
        Assert.Equal(51480.01m, prepared.PayableAmount);
        Assert.Equal(5199.99m, prepared.Lines[0].StoredRetainageAfter);
        Assert.Contains("-0.01", prepared.Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public void A_retainage_that_a_person_overrode_in_Procore_posts_with_a_warning()
    {
        var invoice = First.With(3, line => line with { WorkRetainageHeld = 50m, ManualOverride = true }) with
        {
            RetainageToDate = 5670m,
            CertifiedPayment = 51530m,
        };
        var prepared = Facts.Frozen(Facts.Of(invoice)).Invoice;
        Assert.Equal(51530m, prepared.PayableAmount);
        Assert.Contains("line 7003 (Work item 3)", prepared.Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_number_of_the_supplier_contract_and_application_make_one()
    {
        Assert.Equal("SC-002-1", Facts.Frozen(Facts.Of(First with { InvoiceNumber = null })).Invoice.InvoiceNumber);
        Assert.Equal("HE-40211", Facts.Frozen(Facts.Of(First)).Invoice.InvoiceNumber);
    }

    [Fact]
    public void Dates_come_from_the_invoice_and_a_closed_period_rolls()
    {
        var facts = Facts.Of(First with { BillingDate = new CalendarDate(2025, 9, 25) }) with
        {
            Periods = [Facts.Period(9, isOpen: false), Facts.Period(10, isOpen: true)],
        };
        var prepared = Facts.Frozen(facts).Invoice;
        Assert.Equal(new CalendarDate(2025, 9, 25), prepared.InvoiceDate);
        Assert.Equal(new CalendarDate(2025, 9, 30), prepared.ExpenditureItemDate);
        Assert.Equal(new CalendarDate(2025, 10, 1), prepared.AccountingDate);
        Assert.True(prepared.AccountingDateRolled);
    }

    [Theory]
    [InlineData(ApprovalPlace.Procore, DocumentState.Prepared)]
    [InlineData(ApprovalPlace.Oracle, DocumentState.Prepared)]
    [InlineData(ApprovalPlace.Teams, DocumentState.AwaitingApproval)]
    public void The_approval_place_decides_whether_a_person_is_asked(ApprovalPlace place, DocumentState state)
    {
        var facts = Facts.Of(First) with { OwnershipRules = [Facts.OwnershipRule with { Place = place }] };
        var frozen = Facts.Frozen(facts);
        Assert.Equal(state, frozen.State);
        Assert.Equal(place, frozen.Place);
    }

    [Fact]
    public void A_rule_for_the_project_comes_before_one_for_all()
    {
        var facts = Facts.Of(First with { ApproverName = null });
        var own = Facts.OwnershipRule with { Key = "PROJECT", IsForProject = true, Place = ApprovalPlace.Oracle };
        Assert.Equal(ApprovalPlace.Oracle, Facts.Frozen(facts with { OwnershipRules = [Facts.OwnershipRule, own] }).Place);
    }

    [Theory]
    [InlineData(DocumentState.Submitted, false)]
    [InlineData(DocumentState.Posted, false)]
    [InlineData(DocumentState.Superseded, false)]
    [InlineData(DocumentState.Reversed, false)]
    [InlineData(DocumentState.Prepared, true)]
    public void What_is_on_its_way_or_at_its_end_is_left_alone_even_if_everything_else_is_wrong(DocumentState state, bool claimed)
    {
        var facts = Facts.Of(First with { TaxAmount = null });
        var unchanged = BillingPreparation.Decide(facts with { Document = facts.Document with { State = state, IsClaimedOrSent = claimed } });
        Assert.Equal(state, Assert.IsType<PreparationDecision.Unchanged>(unchanged).Document.State);
        Assert.Null(unchanged.SupersededId);
    }

    [Fact]
    public void A_new_base_freezes_again_even_if_the_same_amount_leaves()
    {
        var facts = Facts.Of(First);
        var hash = Facts.Frozen(facts).Hash;
        var document = facts.Document with
        {
            State = DocumentState.Prepared,
            ContentHash = hash,
            PreparationId = Facts.OwnId,
            PreparationBaseId = Facts.BaseId,
        };
        Assert.IsType<PreparationDecision.Frozen>(BillingPreparation.Decide(facts with { Document = document }));
        Assert.IsType<PreparationDecision.Unchanged>(BillingPreparation.Decide(facts with { Document = document with { PreparationBaseId = null } }));
    }

    [Fact]
    public void What_may_exist_in_Oracle_is_never_prepared_with_other_content()
    {
        var facts = Facts.Of(First);
        var held = facts.Document with
        {
            State = DocumentState.Held,
            ReasonText = DocumentReasons.OracleDiffers.Wire,
            IsClaimedOrSent = true,
            ContentHash = "other",
        };
        var stopped = Assert.IsType<PreparationDecision.Stopped>(BillingPreparation.Decide(facts with { Document = held }));
        Assert.Equal(DocumentReasons.PayloadChangedAfterSend, stopped.Refusal.Code);
        Assert.Equal(DocumentState.Prepared, Facts.Frozen(facts with { Document = held with { ContentHash = Facts.Frozen(facts).Hash } }).State);
    }

    [Fact]
    public void A_newer_revision_supersedes_the_older_and_an_older_one_steps_back()
    {
        var facts = Facts.Of(First);
        var older = facts.Document with { Id = Guid.Empty, State = DocumentState.Prepared };
        var newer = facts.Document with { Revision = 2 };
        Assert.Equal(older.Id, BillingPreparation.Decide(facts with { Document = newer, Others = [older] }).SupersededId);
        Assert.IsType<PreparationDecision.Replaced>(BillingPreparation.Decide(facts with { Document = older, Others = [newer] }));
    }

    [Fact]
    public void An_older_revision_that_may_be_in_Oracle_is_neither_superseded_nor_steps_back()
    {
        var facts = Facts.Of(First);
        var older = facts.Document with
        {
            Id = Guid.Empty,
            State = DocumentState.Held,
            IsClaimedOrSent = true,
            ContentHash = Facts.Frozen(facts).Hash,
        };
        var newer = facts.Document with { Revision = 2 };
        var waits = Assert.IsType<PreparationDecision.Stopped>(BillingPreparation.Decide(facts with { Document = newer, Others = [older] }));
        Assert.Equal(DocumentReasons.EarlierRevisionInFlight, waits.Refusal.Code);
        Assert.Null(waits.SupersededId);
        Assert.Null(PreparationRules.Superseded(newer, [older]));
        Assert.Equal(older.Id, PreparationRules.Superseded(newer, [older with { IsClaimedOrSent = false }]));
        Assert.IsType<PreparationDecision.Frozen>(BillingPreparation.Decide(facts with { Document = older, Others = [newer] }));
    }

    [Fact]
    public void The_trail_names_every_rule_that_decided()
    {
        var rules = Facts.Frozen(Facts.Of(First)).Invoice.RuleVersions.Split('\n');
        Assert.Equal(
            [
                "mapping RULE|*|*|SUB",
                "terms LAKESHORE|1|TERMS|SC-002|1",
                "vendor LAKESHORE|1|VENDOR|35|LAKESHORE-US-BU",
                "ownership LAKESHORE|1|OWNERSHIP|SUBCONTRACTOR-INVOICE",
            ],
            rules
        );
    }
}
