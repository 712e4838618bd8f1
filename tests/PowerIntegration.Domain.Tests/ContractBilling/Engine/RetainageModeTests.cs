using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

public sealed class RetainageModeTests
{
    private static bool IsStep(BillingWarning warning) => warning.Code == BillingWarningCode.ThresholdReached;

    private static readonly ContractLedger HalfWay = Contracts.Posted(600_000m, 1, Contracts.Balance("L1", 600_000m, 240_000m, 0m, 24_000m));

    // E07: the same facts under four readings of the same clause.
    public static TheoryData<StepReading, decimal, decimal, decimal> Readings =>
        new()
        {
            { StepReading.WholeBalance, 16_500m, -7_500m, 97_500m },
            { StepReading.AboveThreshold, 31_500m, 7_500m, 82_500m },
            { StepReading.FromCrossing, 28_500m, 4_500m, 85_500m },
            { StepReading.Stop, 30_000m, 6_000m, 84_000m },
        };

    [Theory]
    [MemberData(nameof(Readings))]
    public void A_step_at_half_pays_by_the_reading_of_its_clause(StepReading reading, decimal held, decimal moved, decimal payable)
    {
        var billed = Contracts.Billed(Contracts.Terms(Step(reading)), HalfWay, Contracts.ToDate(2, 600_000m, 240_000m, 330_000m));
        Assert.Equal(90_000m, billed.After.GrossMovement);
        Assert.Equal(held, billed.After.Retainage.Total);
        Assert.Equal(moved, billed.After.RetainageMovement.Total);
        Assert.Equal(payable, billed.Payable);
        Assert.Equal(new ThresholdPassed(2, 300_000m), billed.NextLedger.Threshold);
        Assert.Single(billed.Warnings, warning => warning.Code == BillingWarningCode.ThresholdReached);
    }

    [Theory]
    [InlineData(StepReading.WholeBalance, "19500.00")]
    [InlineData(StepReading.AboveThreshold, "34500.00")]
    [InlineData(StepReading.FromCrossing, "31500.00")]
    [InlineData(StepReading.Stop, "30000.00")]
    public void The_reduced_rate_continues_after_the_step(StepReading reading, string held)
    {
        var terms = Contracts.Terms(Step(reading));
        var crossed = Contracts.Billed(terms, HalfWay, Contracts.ToDate(2, 600_000m, 240_000m, 330_000m));
        var next = Contracts.Billed(terms, crossed.NextLedger, Contracts.ToDate(3, 600_000m, 330_000m, 390_000m));
        Assert.Equal(held, Sentence.Of($"{next.After.Retainage.Total:0.00}"));
    }

    [Fact]
    public void The_threshold_is_inclusive()
    {
        var terms = Contracts.Terms(Step(StepReading.WholeBalance));
        var at = Contracts.Billed(terms, HalfWay, Contracts.ToDate(2, 600_000m, 240_000m, 300_000m));
        var below = Contracts.Billed(terms, HalfWay, Contracts.ToDate(2, 600_000m, 240_000m, 299_999.99m));
        Assert.Equal(15_000m, at.After.Retainage.Total);
        Assert.Equal(30_000m, below.After.Retainage.Total);
        Assert.Null(below.NextLedger.Threshold);
    }

    [Theory]
    [InlineData(StepReading.WholeBalance)]
    [InlineData(StepReading.AboveThreshold)]
    [InlineData(StepReading.FromCrossing)]
    [InlineData(StepReading.Stop)]
    public void A_change_order_that_pushes_billing_below_the_threshold_never_raises_retainage_again(StepReading reading)
    {
        var terms = Contracts.Terms(Step(reading));
        var crossed = Contracts.Billed(terms, HalfWay, Contracts.ToDate(2, 600_000m, 240_000m, 330_000m));
        var grown = Contracts.Billed(terms, crossed.NextLedger, Contracts.ToDate(3, 1_000_000m, 330_000m, 330_000m));
        Assert.Equal(crossed.After.Retainage.Total, grown.After.Retainage.Total);
        Assert.Empty(grown.Documents);
        Assert.Equal(crossed.NextLedger.Threshold, grown.NextLedger.Threshold);
    }

    // 330,000.00 was a mistake for 250,000.00: half of the contract was never billed, so ten percent is held as if the step had not been taken.
    [Theory]
    [InlineData(StepReading.WholeBalance)]
    [InlineData(StepReading.AboveThreshold)]
    [InlineData(StepReading.FromCrossing)]
    [InlineData(StepReading.Stop)]
    public void The_correction_of_the_application_that_reached_the_threshold_takes_the_step_back(StepReading reading)
    {
        var terms = Contracts.Terms(Step(reading));
        var crossed = Contracts.Billed(terms, HalfWay, Contracts.ToDate(2, 600_000m, 240_000m, 330_000m));
        var corrected = Contracts.Billed(terms, crossed.NextLedger, Contracts.ToDate(2, 600_000m, 240_000m, 250_000m) with { Revision = 2 });
        Assert.Equal((25_000m, 225_000m), (corrected.After.Retainage.Total, corrected.After.EarnedLessRetainage));
        Assert.Null(corrected.NextLedger.Threshold);
        Assert.All(corrected.NextLedger.Lines, line => Assert.Null(line.AtThreshold));
        Assert.Contains("300,000.00", Assert.Single(corrected.Warnings, IsStep).Sentence, System.StringComparison.Ordinal);

        // The next application reaches it as any other.
        var again = Contracts.Billed(terms, corrected.NextLedger, Contracts.ToDate(3, 600_000m, 250_000m, 340_000m));
        Assert.Equal(new ThresholdPassed(3, 300_000m), again.NextLedger.Threshold);
    }

    [Theory]
    [InlineData(StepReading.WholeBalance, 310_000, 15_500)]
    [InlineData(StepReading.FromCrossing, 310_000, 27_500)]
    [InlineData(StepReading.AboveThreshold, 300_000, 30_000)]
    public void A_correction_that_still_reaches_the_threshold_keeps_the_step(StepReading reading, int toDate, int held)
    {
        var terms = Contracts.Terms(Step(reading));
        var crossed = Contracts.Billed(terms, HalfWay, Contracts.ToDate(2, 600_000m, 240_000m, 330_000m));
        var corrected = Contracts.Billed(terms, crossed.NextLedger, Contracts.ToDate(2, 600_000m, 240_000m, toDate) with { Revision = 2 });
        Assert.Equal(held, corrected.After.Retainage.Total);
        Assert.Equal(crossed.NextLedger.Threshold, corrected.NextLedger.Threshold);
    }

    [Fact]
    public void The_correction_of_a_later_application_keeps_the_step()
    {
        var terms = Contracts.Terms(Step(StepReading.WholeBalance));
        var crossed = Contracts.Billed(terms, HalfWay, Contracts.ToDate(2, 600_000m, 240_000m, 330_000m));
        var later = Contracts.Billed(terms, crossed.NextLedger, Contracts.ToDate(3, 600_000m, 330_000m, 350_000m));
        var corrected = Contracts.Billed(terms, later.NextLedger, Contracts.ToDate(3, 600_000m, 330_000m, 290_000m) with { Revision = 2 });
        Assert.Equal(14_500m, corrected.After.Retainage.Total);
        Assert.Equal(crossed.NextLedger.Threshold, corrected.NextLedger.Threshold);
    }

    // 24,000.00 is held on 240,000.00 at the crossing, 4,500.00 on the 90,000.00 after it.
    [Theory]
    [InlineData(330_000, 28_500)]
    [InlineData(240_000, 24_000)]
    [InlineData(180_000, 18_000)]
    [InlineData(0, 0)]
    public void Work_taken_back_from_before_the_crossing_returns_the_retainage_that_was_on_it(int toDate, int held)
    {
        var terms = Contracts.Terms(Step(StepReading.FromCrossing));
        var crossed = Contracts.Billed(terms, HalfWay, Contracts.ToDate(2, 600_000m, 240_000m, 330_000m));
        var next = Contracts.Billed(terms, crossed.NextLedger, Contracts.ToDate(3, 600_000m, 330_000m, toDate));
        Assert.Equal(held, next.After.Retainage.Total);
        Assert.Equal(held - 28_500m, next.After.RetainageMovement.Total);
    }

    [Fact]
    public void A_credit_line_from_before_the_crossing_is_taken_back_alike()
    {
        var terms = Contracts.Terms(Step(StepReading.FromCrossing));
        var ledger = Contracts.Posted(
            600_000m,
            1,
            Contracts.Balance("L1", 640_000m, 280_000m, 0m, 28_000m),
            Contracts.Balance("L2", -40_000m, -20_000m, 0m, -2_000m)
        );
        var crossed = Contracts.Billed(
            terms,
            ledger,
            Contracts.Application(2, Contracts.Line("L1", 640_000m, 280_000m, 80_000m), Contracts.Line("L2", -40_000m, -20_000m, -10_000m))
        );
        Assert.Equal(28_000m + 4_000m - 2_500m, crossed.After.Retainage.Total);
        var back = Contracts.Billed(
            terms,
            crossed.NextLedger,
            Contracts.Application(3, Contracts.Line("L1", 640_000m, 360_000m, 0m), Contracts.Line("L2", -40_000m, -30_000m, 15_000m))
        );
        Assert.Equal(28_000m + 4_000m - 1_500m, back.After.Retainage.Total);
    }

    [Fact]
    public void A_threshold_on_completed_work_does_not_count_stored_materials()
    {
        var application = Contracts.Application(2, Contracts.Line("L1", 600_000m, 240_000m, 10_000m, 90_000m));
        var work = Step(StepReading.WholeBalance) with { Measure = BilledMeasure.CompletedWork };
        Assert.Equal(34_000m, Contracts.Billed(Contracts.Terms(work), HalfWay, application).After.Retainage.Total);
        Assert.Equal(17_000m, Contracts.Billed(Contracts.Terms(Step(StepReading.WholeBalance)), HalfWay, application).After.Retainage.Total);
    }

    [Fact]
    public void A_threshold_on_the_original_sum_ignores_change_orders()
    {
        var application = Contracts.ToDate(2, 900_000m, 240_000m, 330_000m);
        var original = Step(StepReading.WholeBalance) with { Sum = ContractSumBase.Original };
        Assert.Equal(16_500m, Contracts.Billed(Contracts.Terms(original), HalfWay, application).After.Retainage.Total);
        Assert.Equal(33_000m, Contracts.Billed(Contracts.Terms(Step(StepReading.WholeBalance)), HalfWay, application).After.Retainage.Total);
    }

    // E08: ten percent until five percent of the contract is held.
    [Theory]
    [InlineData(LimitBase.OriginalSum, 0, "9000 15900 15900", "81000 83100 70000")]
    [InlineData(LimitBase.OriginalSum, 40_000, "9000 15900 15900", "81000 83100 70000")]
    [InlineData(LimitBase.RevisedSum, 40_000, "9000 15900 17900", "81000 83100 68000")]
    [InlineData(LimitBase.Amount, 40_000, "9000 15900 15900", "81000 83100 70000")]
    public void A_sliding_scale_holds_up_to_its_limit(LimitBase limit, int changeOrder, string held, string payable)
    {
        var rule = new SlidingScaleRule(0.10m, new RetainageLimit(limit, limit == LimitBase.Amount ? 15_900m : 0.05m));
        var billed = Applications(Contracts.Terms(new RetainageTerms.SlidingScale([rule])), 318_000m, changeOrder, 90_000m, 180_000m, 250_000m);
        Assert.Equal(held, string.Join(" ", billed.Select(one => Sentence.Of($"{one.After.Retainage.Total:0.##}"))));
        Assert.Equal(payable, string.Join(" ", billed.Select(one => Sentence.Of($"{one.Payable:0.##}"))));
    }

    [Fact]
    public void The_rules_of_a_sliding_scale_follow_each_other()
    {
        var scale = new RetainageTerms.SlidingScale([
            new(0.10m, new RetainageLimit(LimitBase.Amount, 5_000m)),
            new(0.05m, new RetainageLimit(LimitBase.Amount, 8_000m)),
            new(0.02m, new RetainageLimit(LimitBase.Amount, 9_000m)),
        ]);
        var billed = Applications(Contracts.Terms(scale), 300_000m, 0, 40_000m, 70_000m, 130_000m, 290_000m);

        // 4,000; then 5,000 on the first 50,000 and five percent of 20,000; then 8,000 on 110,000 and two percent of 20,000; then the last limit.
        Assert.Equal("4000 6000 8400 9000", string.Join(" ", billed.Select(one => Sentence.Of($"{one.After.Retainage.Total:0.##}"))));
    }

    [Fact]
    public void A_cap_of_the_contract_limits_what_its_rate_would_hold()
    {
        var terms = Contracts.TenPercent with { RetainageCap = new RetainageLimit(LimitBase.RevisedSum, 0.05m) };
        Assert.Equal(
            "9000 15900 15900",
            string.Join(
                " ",
                Applications(terms, 318_000m, 0, 90_000m, 180_000m, 250_000m).Select(one => Sentence.Of($"{one.After.Retainage.Total:0.##}"))
            )
        );
    }

    [Fact]
    public void Lines_with_rates_of_their_own_hold_by_them_and_a_blank_rate_is_the_contracts()
    {
        var terms = Contracts.Terms(new RetainageTerms.PerLine(0.10m, 0.05m, [new LineRate("L2", 0.02m, null), new LineRate("L3", 0m, 0m)]));
        ApplicationLine[] lines = [.. new[] { "L1", "L2", "L3" }.Select(id => Contracts.Line(id, 10_000m, 0m, 1_000m, 400m))];
        var billed = Contracts.Billed(terms, Contracts.Ledger(30_000m), Contracts.Application(1, lines));
        Assert.Equal(
            [new BucketAmounts(100m, 20m), new BucketAmounts(20m, 20m), new BucketAmounts(0m, 0m)],
            billed.Lines.Select(line => line.After.Retainage)
        );
    }

    [Fact]
    public void Frozen_retainage_stays_and_nothing_more_is_withheld()
    {
        var billed = Contracts.Billed(Contracts.Terms(new RetainageTerms.Frozen()), HalfWay, Contracts.ToDate(2, 600_000m, 240_000m, 330_000m));
        Assert.Equal(24_000m, billed.After.Retainage.Total);
        Assert.Equal(90_000m, billed.Payable);
    }

    [Fact]
    public void A_lump_sum_is_held_as_soon_as_it_is_earned()
    {
        var billed = Applications(Contracts.Terms(new RetainageTerms.LumpSum(20_000m)), 318_000m, 0, 15_000m, 60_000m, 90_000m);
        Assert.Equal("15000 20000 20000", string.Join(" ", billed.Select(one => Sentence.Of($"{one.After.Retainage.Total:0.##}"))));
        Assert.Equal("0 40000 30000", string.Join(" ", billed.Select(one => Sentence.Of($"{one.Payable:0.##}"))));
    }

    [Fact]
    public void A_bonded_contract_holds_nothing()
    {
        var billed = Contracts.Billed(
            Contracts.Terms(new RetainageTerms.None("Bond 4471")),
            Contracts.Ledger(9_000m),
            Contracts.ToDate(1, 9_000m, 0m, 4_500m)
        );
        Assert.Equal(4_500m, billed.Payable);
        Assert.Equal(0m, billed.After.Retainage.Total);
    }

    [Fact]
    public void What_a_contract_holds_in_all_is_shared_by_the_lines_to_the_cent()
    {
        var terms = Contracts.Terms(Step(StepReading.AboveThreshold) with { Threshold = 0.10m });
        var application = Contracts.Application(
            1,
            Contracts.Line("A", 100m, 0m, 33.33m),
            Contracts.Line("B", 100m, 0m, 33.33m, 0.01m),
            Contracts.Line("C", 100m, 0m, 0m)
        );
        var billed = Contracts.Billed(terms, Contracts.Ledger(300m), application);

        // Ten percent of 30.00 and five percent of the 36.67 above it, rounded once.
        Assert.Equal(4.83m, billed.After.Retainage.Total);
        Assert.Equal([2.41m, 2.42m, 0m], billed.Lines.Select(line => line.After.Retainage.Total));
    }

    private static RetainageTerms.Step Step(StepReading reading) =>
        new(0.50m, 0.10m, reading == StepReading.Stop ? 0m : 0.05m, reading, BilledMeasure.CompletedAndStored, ContractSumBase.Revised);

    // The change order comes with the third application.
    private static List<BillingOutcome.Billed> Applications(ContractTerms terms, decimal original, int changeOrder, params decimal[] toDate)
    {
        var ledger = Contracts.Ledger(original);
        var all = new List<BillingOutcome.Billed>();
        for (var index = 0; index < toDate.Length; index++)
        {
            var scheduled = original + (index >= 2 ? changeOrder : 0);
            all.Add(Contracts.Billed(terms, ledger, Contracts.ToDate(index + 1, scheduled, index == 0 ? 0m : toDate[index - 1], toDate[index])));
            ledger = all[^1].NextLedger;
        }

        return all;
    }
}
