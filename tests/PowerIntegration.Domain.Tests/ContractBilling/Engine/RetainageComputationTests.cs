using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Tests.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>Retainage of the source beside the terms, and terms that look at the whole contract.</summary>
public sealed class RetainageComputationTests
{
    private static readonly ContractLedger HalfWay = Contracts.Posted(600_000m, 1, Contracts.Balance("L1", 600_000m, 240_000m, 0m, 24_000m));

    private static readonly ContractTerms Lump = Contracts.Terms(new RetainageTerms.LumpSum(100m)) with { RetainageSource = RetainageSource.Source };

    private static readonly ContractTerms Flat = Contracts.TenPercent with { RetainageSource = RetainageSource.Source };

    [Fact]
    public void Terms_for_the_contract_total_leave_the_lines_to_the_source()
    {
        Assert.Empty(Contracts.Billed(Lump, Contracts.Ledger(2_000m), Source(80m, 20m)).Warnings);
        var rounded = Assert.Single(Contracts.Billed(Lump, Contracts.Ledger(2_000m), Source(80m, 20.04m)).Warnings);
        Assert.Equal(BillingWarningCode.RetainageRounded, rounded.Code);
        Assert.Null(rounded.LineId);
        var differs = Contracts.Stopped(Lump, Contracts.Ledger(2_000m), Source(80m, 20.05m));
        Assert.Equal(BillingReasons.RetainageDiffers, differs.Code);
        SentenceFacts.In(differs.Sentence, "application 1", "100.05", "terms give 100.00");
        var overridden = Source(80m, 30m) with
        {
            Lines = [Source(80m, 30m).Lines[0] with { IsRetainageOverridden = true }, Source(80m, 30m).Lines[1]],
        };
        Assert.Equal(
            BillingWarningCode.RetainageOverridden,
            Assert.Single(Contracts.Billed(Lump, Contracts.Ledger(2_000m), overridden).Warnings).Code
        );
    }

    [Fact]
    public void Terms_by_line_are_checked_line_by_line()
    {
        var shifted = Source(55m, 45m);
        var stopped = Assert.IsType<BillingOutcome.Stopped>(BillingEngine.Bill(Flat, Contracts.Ledger(2_000m), shifted));
        Assert.Equal([BillingReasons.RetainageDiffers, BillingReasons.RetainageDiffers], stopped.All.Select(refusal => refusal.Code));
        SentenceFacts.In(stopped.Refusal.Sentence, "line A", "55.00", "terms give 50.00");
        var other = shifted with { Lines = [shifted.Lines[0], shifted.Lines[1] with { IsRetainageOverridden = true }] };
        Contracts.AssertStopped(BillingReasons.RetainageDiffers, Flat, Contracts.Ledger(2_000m), other, "line A");
        var frozen = Contracts.Posted(2_000m, 1, Contracts.Balance("A", 1_000m, 500m, 0m, 50m), Contracts.Balance("B", 1_000m, 500m, 0m, 50m));
        var moved = Contracts.Application(2, [.. shifted.Lines.Select(line => line with { WorkPrevious = 500m, WorkThisPeriod = 0m })]);
        Contracts.AssertStopped(BillingReasons.RetainageDiffers, Flat with { Retainage = new RetainageTerms.Frozen() }, frozen, moved, "line A");
    }

    [Fact]
    public void The_cap_counts_what_all_lines_hold()
    {
        var capped = Flat with { RetainageCap = new RetainageLimit(LimitBase.Amount, 99.99m) };
        Contracts.AssertStopped(BillingReasons.RetainageAboveCap, capped, Contracts.Ledger(2_000m), Source(50m, 50m), "100.00", "99.99");
    }

    [Fact]
    public void The_source_may_release_on_work_and_on_stored_materials()
    {
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 10_000m, 4_000m, 1_000m, 400m));
        var line = Contracts.Line("L1", null, null, 0m, 4_000m) with
        {
            WorkRetainageHeld = 900m,
            StoredRetainageHeld = 250m,
            WorkRetainageReleased = 100m,
            StoredRetainageReleased = 150m,
        };
        var billed = Contracts.Billed(Flat, ledger, Contracts.Application(2, line));
        Assert.Equal(250m, billed.Payable);
        Assert.Equal(new BucketAmounts(100m, 150m), billed.NextLedger.Lines[0].Released);
        Assert.Equal(["RetainageRelease 250.00: RetainageReleased 250.00"], Contracts.Short(billed.Documents));
        Assert.Empty(billed.Warnings);
    }

    [Fact]
    public void A_lump_sum_is_divided_between_work_and_stored_materials_by_their_amounts()
    {
        var terms = Contracts.Terms(new RetainageTerms.LumpSum(100m));
        var billed = Contracts.Billed(terms, Contracts.Ledger(2_000m), Contracts.Application(1, Contracts.Line("A", 1_000m, 0m, 600m, 400m)));
        Assert.Equal(new BucketAmounts(60m, 40m), billed.After.Retainage);
        Assert.Equal(
            0m,
            Contracts.Billed(terms, Contracts.Ledger(2_000m), Contracts.Application(1, Contracts.Line("A", 1_000m, 0m, 0m))).After.Retainage.Total
        );
        var even = Contracts.Application(1, Contracts.Line("A", 1_000m, 0m, -400m, 400m), Contracts.Line("B", 1_000m, 0m, 500m));
        Assert.Equal([0m, 100m], Contracts.Billed(terms, Contracts.Ledger(2_000m), even).Lines.Select(line => line.After.Retainage.Total));
    }

    [Fact]
    public void Above_a_threshold_on_completed_work_stored_materials_hold_the_reduced_rate()
    {
        var application = Contracts.Application(2, Contracts.Line("L1", null, null, 90_000m, 30_000m));

        // Ten percent of 300,000 and five of 30,000 of work; five percent of 30,000 stored.
        var work = Contracts.Billed(
            Contracts.Terms(Step(StepReading.AboveThreshold) with { Measure = BilledMeasure.CompletedWork }),
            HalfWay,
            application
        );
        Assert.Equal(new BucketAmounts(31_500m, 1_500m), work.After.Retainage);

        // Ten percent of 300,000 and five of the 60,000 above it, whatever is stored; a twelfth of the gross is stored.
        var gross = Contracts.Billed(Contracts.Terms(Step(StepReading.AboveThreshold)), HalfWay, application);
        Assert.Equal(new BucketAmounts(30_250m, 2_750m), gross.After.Retainage);
    }

    [Fact]
    public void What_was_released_before_the_threshold_counts_as_held_when_it_is_passed_and_stays_released()
    {
        var line = Contracts.Balance("L1", 600_000m, 230_000m, 10_000m, 22_000m, 600m) with { Released = new BucketAmounts(1_000m, 400m) };
        var billed = Contracts.Billed(
            Contracts.Terms(Step(StepReading.FromCrossing)),
            Contracts.Posted(600_000m, 1, line),
            Contracts.Application(2, Contracts.Line("L1", null, null, 90_000m, 10_000m))
        );

        // 24,000 before the threshold and five percent of 90,000 make 28,500, of which 10,000 / 330,000 is on stored materials; 1,400 were released.
        Assert.Equal(new BucketAmounts(27_636.36m - 1_000m, 863.64m - 400m), billed.After.Retainage);
        Assert.Equal(new BucketAmounts(23_000m, 1_000m), billed.NextLedger.Lines[0].AtThreshold!.Value.Retainage);
    }

    // 24,000 and five percent of 60,000 on line 1; line 2 had nothing before the threshold and holds five percent of 10,000.
    [Fact]
    public void A_line_that_begins_after_the_threshold_holds_the_reduced_rate()
    {
        var ledger = Contracts.Posted(
            600_000m,
            1,
            Contracts.Balance("L1", 300_000m, 240_000m, 0m, 24_000m),
            Contracts.Balance("L2", 300_000m, 0m, 0m, 0m)
        );
        var application = Contracts.Application(2, Contracts.Line("L1", null, null, 60_000m), Contracts.Line("L2", null, null, 10_000m));
        var billed = Contracts.Billed(Contracts.Terms(Step(StepReading.FromCrossing)), ledger, application);
        Assert.Equal([27_000m, 500m], billed.Lines.Select(line => line.After.Retainage.Total));
    }

    // Ten percent of 10,000 and five of 1,000 of work are 1,050, of which line 1 holds 95.45. 150 were released on it: line 2 holds 54.55 less.
    [Fact]
    public void What_a_line_does_not_cover_of_its_release_counts_against_the_total_above_a_threshold()
    {
        var ledger = Contracts.Posted(
            20_000m,
            1,
            Contracts.Balance("L1", 10_000m, 1_000m, 0m, 0m) with
            {
                Released = new BucketAmounts(150m, 0m),
            },
            Contracts.Balance("L2", 10_000m, 9_000m, 0m, 900m)
        );
        var application = Contracts.Application(2, Contracts.Line("L1", null, null, 0m), Contracts.Line("L2", null, null, 1_000m));
        var terms = Contracts.Terms(Step(StepReading.AboveThreshold) with { Measure = BilledMeasure.CompletedWork });
        Assert.Equal([0m, 900m], Contracts.Billed(terms, ledger, application).Lines.Select(line => line.After.Retainage.Total));
    }

    [Fact]
    public void A_contract_without_an_original_sum_has_no_threshold_on_it()
    {
        var step = Step(StepReading.WholeBalance) with { Sum = ContractSumBase.Original };
        Assert.Equal(
            100m,
            Contracts.Billed(Contracts.Terms(step), Contracts.Ledger(0m), Contracts.ToDate(1, 10_000m, 0m, 1_000m)).After.Retainage.Total
        );
    }

    private static RetainageTerms.Step Step(StepReading reading) =>
        new(0.50m, 0.10m, 0.05m, reading, BilledMeasure.CompletedAndStored, ContractSumBase.Revised);

    // Two lines of 500 each with retainage as the source has it.
    private static Application Source(decimal first, decimal second) =>
        Contracts.Application(
            1,
            Contracts.Line("A", 1_000m, 0m, 500m) with
            {
                WorkRetainageHeld = first,
                StoredRetainageHeld = 0m,
            },
            Contracts.Line("B", 1_000m, 0m, 500m) with
            {
                WorkRetainageHeld = second,
                StoredRetainageHeld = 0m,
            }
        );
}
