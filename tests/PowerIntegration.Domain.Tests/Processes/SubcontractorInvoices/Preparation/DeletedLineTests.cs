using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;

/// <summary>
/// Line 2 of <see cref="TwoLines"/> is deleted with its 10,000 credited: it leaves the ledger that is frozen, and its id is remembered.
/// </summary>
public sealed class DeletedLineTests
{
    private static readonly SourceInvoice Deleting = Sample.Application(2, 45000m, [Sample.Line(1, 100000m, 40000m, 20000m, 0m, 6000m, 0m, 40000m)]);

    private static readonly PreparationFacts DeletingFacts = Deletes(TwoLines.After(Deleting));

    private static readonly PreparedInvoice Deleted = Facts.Frozen(DeletingFacts).Invoice;

    // 54,000 is certified: 60,000 less 6,000.
    private static readonly SourceInvoice Next = Sample.Application(3, 54000m, [Sample.Line(1, 100000m, 60000m, 10000m, 0m, 7000m, 0m, 60000m)]);

    [Fact]
    public void The_frozen_ledger_is_the_ledger_of_the_engine()
    {
        var billed = Billed(DeletingFacts);
        var frozen = PreparedLedger.Of(Deleted, []);
        Assert.Equal(billed.NextLedger.Lines, frozen.Lines);
        Assert.Equal(billed.NextLedger.ClosedLines, frozen.ClosedLines);
        Assert.Equal(["7001"], frozen.Lines.Select(line => line.LineId));
        Assert.Equal([new ClosedLine("7002", "Work item 2")], frozen.ClosedLines);
    }

    [Fact]
    public void The_certificate_that_credits_it_shows_it_for_the_last_time_and_adds_up()
    {
        var billed = Billed(DeletingFacts);
        AssertAddsUp(billed);
        Assert.Equal((0m, 0m), (billed.Lines[1].ScheduledValue, billed.Lines[1].After.Gross));
        Assert.Equal(
            (100000m, 60000m, 6000m, 9000m),
            (billed.After.ContractSumToDate, billed.After.GrossToDate, billed.After.Retainage.Total, billed.After.PaymentDue)
        );
    }

    [Fact]
    public void The_next_application_goes_on_without_it_and_keeps_the_memory()
    {
        var facts = Facts.After(Deleted, Next);
        var invoice = Facts.Frozen(facts).Invoice;
        Assert.Equal(9000m, invoice.PayableAmount);
        Assert.Equal(["7001"], invoice.Lines.Where(line => line.Kind == LineKind.ScheduleOfValues).Select(line => line.ProcoreLineId));
        Assert.Equal(["7002"], PreparedLedger.Of(invoice, []).ClosedLines.Select(line => line.LineId));
        Assert.DoesNotContain("7002", Facts.Frozen(facts).Texts.Certificate, StringComparison.Ordinal);
        AssertAddsUp(Billed(facts));
    }

    [Fact]
    public void An_application_that_still_lists_it_is_stopped_by_name()
    {
        var source = Sample.Application(3, 54000m, [Next.Lines[0], Sample.Line(2, 50000m, 0m, 2000m, 0m, 200m, 0m, 0m)]);
        var refusal = TwoLines.Stopped(BillingPreparation.Decide(Facts.After(Deleted, source)));
        Assert.Equal("schedule-change-unusable Refused", refusal.WireCode + " " + refusal.State);
        Assert.Contains("line 7002 (Work item 2)", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("50,000.00", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("2,000.00", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_lists_it_with_nothing_on_it_goes_on_with_a_warning()
    {
        var source = Sample.Application(3, 54000m, [Next.Lines[0], Sample.Line(2, 0m, 0m, 0m, 0m, 0m, 0m, 0m)]);
        var invoice = Facts.Frozen(Facts.After(Deleted, source)).Invoice;
        Assert.Contains("line 7002 (Work item 2) was deleted", invoice.Warnings, StringComparison.Ordinal);
        Assert.Equal(["7001"], PreparedLedger.Of(invoice, []).Lines.Select(line => line.LineId));
    }

    [Fact]
    public void Reversing_the_credit_brings_the_line_back_and_forgets_that_it_was_deleted()
    {
        var reversal = Reversed(DeletingFacts, Deleted);
        var ledger = PreparedLedger.Of(reversal, []);
        Assert.Equal(Facts.Ledger(TwoLines.Posted).Lines, ledger.Lines);
        Assert.Empty(ledger.ClosedLines);
        var second = TwoLines.Second(20000m, 6000m, 5000m, 1500m);
        Assert.Equal(22500m, Facts.Frozen(Facts.After(reversal, second)).Invoice.PayableAmount);
    }

    [Fact]
    public void Reversing_a_later_application_keeps_the_memory()
    {
        var facts = Facts.After(Deleted, Next);
        var ledger = PreparedLedger.Of(Reversed(facts, Facts.Frozen(facts).Invoice), []);
        Assert.Equal(PreparedLedger.Of(Deleted, []).Lines, ledger.Lines);
        Assert.Equal(["7002"], ledger.ClosedLines.Select(line => line.LineId));
    }

    [Fact]
    public void A_line_that_is_closed_at_what_was_billed_is_frozen_with_its_balance_and_stays_closed()
    {
        // The header has the closed line in it: 10,000 billed, 1,000 held.
        var closing = Deletes(
            TwoLines.After(Deleting with { ContractSumToDate = 110000m, GrossToDate = 70000m, RetainageToDate = 7000m, CertifiedPayment = 18000m })
        ) with
        {
            Decisions = new BillingDecisions { ScheduleChanges = [new ScheduleChange.Delete("7002", DeletedLine.CloseAtBilled)] },
        };
        var closed = Facts.Frozen(closing).Invoice;
        var ledger = PreparedLedger.Of(closed, []);
        Assert.Equal(Billed(closing).NextLedger.Lines, ledger.Lines);
        Assert.Equal([("7001", false), ("7002", true)], ledger.Lines.Select(line => (line.LineId, line.IsClosed)));
        Assert.Empty(ledger.ClosedLines);
        var next = Facts
            .Frozen(Facts.After(closed, Sample.Application(3, 63000m, [Next.Lines[0], Sample.Line(2, 10000m, 10000m, 0m, 0m, 1000m, 0m, 10000m)])))
            .Invoice;
        Assert.Equal([false, true], PreparedLedger.Of(next, []).Lines.Select(line => line.IsClosed));
        Assert.DoesNotContain(PreparedLedger.Of(Reversed(closing, closed), []).Lines, line => line.IsClosed);
        Assert.All(
            new[] { closed, next },
            preparation => Assert.Equal(Enumerable.Range(1, preparation.Lines.Count), preparation.Lines.Select(line => line.LineNumber))
        );
    }

    [Fact]
    public void Every_line_of_a_preparation_has_a_number_of_its_own()
    {
        IReadOnlyList<PreparedInvoice> preparations = [Deleted, Facts.Frozen(Facts.After(Deleted, Next)).Invoice, Reversed(DeletingFacts, Deleted)];
        Assert.All(
            preparations,
            preparation => Assert.Equal(Enumerable.Range(1, preparation.Lines.Count), preparation.Lines.Select(line => line.LineNumber))
        );
    }

    private static PreparationFacts Deletes(PreparationFacts facts) =>
        facts with
        {
            Decisions = new BillingDecisions { ScheduleChanges = [new ScheduleChange.Delete("7002", DeletedLine.Credit)] },
            Links = [.. facts.Links, Facts.Link(TwoLines.First.Lines[1])],
        };

    // What the engine itself makes of the same application.
    private static BillingOutcome.Billed Billed(PreparationFacts facts) =>
        Assert.IsType<BillingOutcome.Billed>(
            BillingEngine.Bill(
                facts.Commitment.Terms!,
                facts.Ledger,
                new Application
                {
                    RecordId = facts.Document.ProcoreId,
                    Number = facts.Source.ApplicationNumber,
                    Status = ApplicationStatus.Approved,
                    ScheduleChanges = facts.Decisions.ScheduleChanges,
                    Lines =
                    [
                        .. facts.Source.Lines.Select(line => new ApplicationLine
                        {
                            LineId = line.ProcoreLineId!,
                            ScheduledValue = line.ScheduledValue,
                            WorkPrevious = line.WorkPrevious,
                            WorkThisPeriod = line.WorkThisPeriod,
                            MaterialsStored = line.MaterialsStored,
                            WorkRetainageHeld = line.WorkRetainageHeld,
                            StoredRetainageHeld = line.StoredRetainageHeld,
                        }),
                    ],
                }
            )
        );

    private static void AssertAddsUp(BillingOutcome.Billed billed)
    {
        Assert.Equal(billed.After.ContractSumToDate, billed.Lines.Sum(line => line.ScheduledValue));
        Assert.Equal(billed.After.GrossToDate, billed.Lines.Sum(line => line.After.Gross));
        Assert.Equal(billed.After.Retainage.Total, billed.Lines.Sum(line => line.After.Retainage.Total));
        Assert.Equal(billed.After.PaymentDue, billed.After.EarnedLessRetainage - billed.Before.EarnedLessRetainage);
        Assert.Equal(billed.After.ContractSumToDate, billed.NextLedger.Lines.Sum(line => line.ScheduledValue));
        Assert.Equal(billed.After.GrossToDate, billed.NextLedger.Lines.Sum(line => line.Posted.Gross));
        Assert.Equal(0m, billed.Proof.Residual);
    }

    private static PreparedInvoice Reversed(PreparationFacts facts, PreparedInvoice posted) =>
        Assert.IsType<PreparationDecision.Frozen>(ReversalPreparation.Decide(TwoLines.Reversal(facts, posted))).Invoice;
}
