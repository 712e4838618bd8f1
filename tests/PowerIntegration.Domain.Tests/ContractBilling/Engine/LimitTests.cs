using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>The last value that is still good beside the first that is not: terms, releases, cuts, stored materials.</summary>
public sealed class LimitTests
{
    private static readonly ContractLedger Fresh = Contracts.Ledger(10_000m);

    private static readonly Application Good = Contracts.ToDate(1, 10_000m, 0m, 1_000m);

    private static readonly ContractLedger Held = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 5_000m, 3_000m, 500m, 300m));

    [Fact]
    public void A_rate_of_zero_and_of_one_hundred_percent_are_rates()
    {
        Assert.Equal(1_000m, Contracts.Billed(Contracts.Terms(new RetainageTerms.Flat(0m)), Fresh, Good).Payable);
        Assert.Equal(0m, Contracts.Billed(Contracts.Terms(new RetainageTerms.Flat(1m)), Fresh, Good).Payable);
        Assert.Equal(
            900m,
            Contracts.Billed(Contracts.TenPercent with { RetainageCap = new RetainageLimit(LimitBase.OriginalSum, 1m) }, Fresh, Good).Payable
        );
    }

    [Fact]
    public void A_cap_of_nothing_holds_nothing()
    {
        Assert.Equal(
            1_000m,
            Contracts.Billed(Contracts.TenPercent with { RetainageCap = new RetainageLimit(LimitBase.Amount, 0m) }, Fresh, Good).Payable
        );
        Assert.Equal(1_000m, Contracts.Billed(Contracts.Terms(new RetainageTerms.LumpSum(0m)), Fresh, Good).Payable);
    }

    [Fact]
    public void A_cap_that_is_just_reached_takes_nothing_from_the_lines()
    {
        // Rounded line by line it is 471.14; shared out, the last cent would go to the largest line instead of the smallest.
        decimal[] amounts = [1_234.55m, 987.65m, 333.35m, 48.05m, 7.15m, 0.05m, 2_100.25m];
        ApplicationLine[] lines = [.. amounts.Select((amount, index) => Contracts.Line("L" + index, 5_000m, 0m, amount))];
        var terms = Contracts.TenPercent with { RetainageCap = new RetainageLimit(LimitBase.Amount, 471.14m) };
        var billed = Contracts.Billed(terms, Fresh, Contracts.Application(1, lines));
        Assert.Equal([123.46m, 98.77m, 33.34m, 4.81m, 0.72m, 0.01m, 210.03m], billed.Lines.Select(line => line.After.Retainage.Total));
        var below = Contracts.Billed(
            terms with
            {
                RetainageCap = new RetainageLimit(LimitBase.Amount, 471.13m),
            },
            Fresh,
            Contracts.Application(1, lines)
        );
        Assert.Equal(471.13m, below.After.Retainage.Total);
    }

    [Fact]
    public void A_sliding_scale_has_up_to_five_rules_and_two_may_end_at_one_limit()
    {
        SlidingScaleRule[] five =
        [
            .. Enumerable.Range(1, 5).Select(number => new SlidingScaleRule(0.10m, new RetainageLimit(LimitBase.Amount, number * 10m))),
        ];
        Assert.Equal(50m, Contracts.Billed(Contracts.Terms(new RetainageTerms.SlidingScale(five)), Fresh, Good).After.Retainage.Total);
        SlidingScaleRule[] same = [five[3], five[3] with { Rate = 0.05m }];
        Assert.Equal(40m, Contracts.Billed(Contracts.Terms(new RetainageTerms.SlidingScale(same)), Fresh, Good).After.Retainage.Total);
        var falling = Contracts.Terms(new RetainageTerms.SlidingScale([five[3], five[2]]));
        Contracts.AssertStopped(BillingReasons.TermsContradictory, falling, Fresh, Good, "rule 2", "30.00", "40.00");
        SlidingScaleRule[] negative = [new(0.10m, new RetainageLimit(LimitBase.Amount, -0.01m))];
        Contracts.AssertStopped(
            BillingReasons.TermsContradictory,
            Contracts.Terms(new RetainageTerms.SlidingScale(negative)),
            Fresh,
            Good,
            "below zero"
        );
        SlidingScaleRule[] nothing = [new(0.10m, new RetainageLimit(LimitBase.Amount, 0m))];
        Assert.Equal(1_000m, Contracts.Billed(Contracts.Terms(new RetainageTerms.SlidingScale(nothing)), Fresh, Good).Payable);
    }

    // Change orders may bring the sum below zero. The terms do not conflict because of it: nothing may be held.
    [Fact]
    public void A_scale_by_a_contract_sum_below_zero_holds_nothing()
    {
        var terms = Contracts.Terms(
            new RetainageTerms.SlidingScale([
                new(0.08m, new RetainageLimit(LimitBase.RevisedSum, 0.016623m)),
                new(0.03m, new RetainageLimit(LimitBase.RevisedSum, 0.03224m)),
            ])
        );
        var ledger = Contracts.Ledger(-7.77m, Contracts.Balance("1", 92.23m, 0m, 0m, 0m), Contracts.Balance("2", -100m, 0m, 0m, 0m));
        var billed = Contracts.Billed(terms, ledger, Contracts.Application(1, Contracts.Line("1", null, 0m, 50m)));
        Assert.Equal((50m, 0m), (billed.Payable, billed.After.Retainage.Total));
    }

    [Fact]
    public void A_scale_and_a_cap_together_hold_no_more_than_the_lower()
    {
        var line = Good.Lines[0] with { WorkRetainageHeld = 60m, StoredRetainageHeld = 0m, IsRetainageOverridden = true };
        var terms = Contracts.Terms(new RetainageTerms.SlidingScale([new(0.10m, new RetainageLimit(LimitBase.Amount, 60m))])) with
        {
            RetainageSource = RetainageSource.Source,
        };
        var application = Good with { Lines = [line] };
        Assert.Equal(940m, Contracts.Billed(terms with { RetainageCap = new RetainageLimit(LimitBase.Amount, 60m) }, Fresh, application).Payable);
        Contracts.AssertStopped(
            BillingReasons.RetainageAboveCap,
            terms with
            {
                RetainageCap = new RetainageLimit(LimitBase.Amount, 59.99m),
            },
            Fresh,
            application,
            "59.99"
        );
        var higher = application with { Lines = [line with { WorkRetainageHeld = 60.01m }] };
        Contracts.AssertStopped(
            BillingReasons.RetainageAboveCap,
            terms with
            {
                RetainageCap = new RetainageLimit(LimitBase.Amount, 70m),
            },
            Fresh,
            higher,
            "60.00"
        );
    }

    [Fact]
    public void A_step_may_keep_its_rate_and_only_the_last_rules_limit_caps_a_scale()
    {
        var step = new RetainageTerms.Step(0.05m, 0.10m, 0.10m, StepReading.WholeBalance, BilledMeasure.CompletedAndStored, ContractSumBase.Revised);
        Assert.Equal(900m, Contracts.Billed(Contracts.Terms(step), Fresh, Good).Payable);
        var scale = new RetainageTerms.SlidingScale([
            new(0.10m, new RetainageLimit(LimitBase.Amount, 20m)),
            new(0.05m, new RetainageLimit(LimitBase.Amount, 100m)),
        ]);
        var line = Good.Lines[0] with { WorkRetainageHeld = 60m, StoredRetainageHeld = 0m };
        var billed = Contracts.Billed(Contracts.Terms(scale) with { RetainageSource = RetainageSource.Source }, Fresh, Good with { Lines = [line] });
        Assert.Equal(60m, billed.After.Retainage.Total);
    }

    [Fact]
    public void Storage_is_stale_after_one_application_where_the_terms_say_one()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent with
            {
                StaleStoragePeriods = 1,
            },
            Held,
            Contracts.Application(2, Contracts.Line("L1", null, null, 0m, 3_000m))
        );
        Assert.Contains(
            "for 1 application.",
            Assert.Single(billed.Warnings, warning => warning.Code == BillingWarningCode.StoredStale).Sentence,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0, "RetainageRelease 500.00: RetainageReleased 500.00")]
    [InlineData(200, "RetainageRelease 300.00: RetainageReleased 300.00")]
    [InlineData(500, "")]
    public void A_punch_list_hold_may_be_zero_or_the_full_release(int hold, string document)
    {
        var application = Contracts.Application(1) with
        {
            RecordId = "REL",
            Release = new RetainageRelease.Total(500m) { PunchListHold = hold },
        };
        var billed = Contracts.Billed(Contracts.TenPercent, Held, application);
        Assert.Equal(500m - hold, billed.Payable);
        Assert.Equal(document, string.Concat(Contracts.Short(billed.Documents)));
        Assert.Equal(new BucketAmounts(0m, 300m, hold), billed.After.Retainage);
    }

    [Fact]
    public void A_release_from_a_line_takes_work_then_stored_then_the_punch_list()
    {
        var ledger = Held with
        {
            Lines = [Held.Lines[0] with { Posted = new LineBalance(8_000m, new BucketAmounts(400m, 300m, 100m)) { Stored = 3_000m } }],
        };
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            ledger,
            Contracts.Application(1) with
            {
                RecordId = "REL",
                Release = new RetainageRelease.Total(750m),
            }
        );
        Assert.Equal(new BucketAmounts(0m, 0m, 50m), billed.After.Retainage);
        Assert.Equal(new BucketAmounts(400m, 300m), billed.NextLedger.Lines[0].Released);
        var first = Contracts.Billed(
            Contracts.TenPercent,
            ledger,
            Contracts.Application(1) with
            {
                RecordId = "REL",
                Release = new RetainageRelease.Total(350m),
            }
        );
        Assert.Equal(new BucketAmounts(50m, 300m, 100m), first.After.Retainage);
    }

    [Fact]
    public void A_release_of_everything_on_a_line_settles_buckets_of_both_signs()
    {
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, -100m, 600m, -10m, 60m));
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            ledger,
            Contracts.Application(1) with
            {
                RecordId = "REL",
                Release = new RetainageRelease.Everything(),
            }
        );
        Assert.Equal(default, billed.After.Retainage);
        Assert.Equal(50m, billed.Payable);
    }

    [Fact]
    public void Nothing_is_released_where_nothing_is_held()
    {
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 5_000m, 0m, 0m));
        var release = Contracts.Application(1) with { RecordId = "REL" };
        Contracts.AssertStopped(
            BillingReasons.ReleaseUnusable,
            Contracts.TenPercent,
            ledger,
            release with
            {
                Release = new RetainageRelease.Total(0m),
            }
        );
        Contracts.AssertStopped(
            BillingReasons.ReleaseAboveHeld,
            Contracts.TenPercent,
            ledger,
            release with
            {
                Release = new RetainageRelease.Total(0.01m),
            }
        );
    }

    [Fact]
    public void A_cut_may_be_as_large_as_the_work_of_all_lines_together()
    {
        var claimed = Contracts.Application(1, Contracts.Line("A", 5_000m, 0m, 300m), Contracts.Line("B", 5_000m, 0m, 300m));
        var billed = Contracts.Billed(Contracts.TenPercent, Fresh, claimed with { Cut = new HeaderCut(500m, "R. Reviewer", "not on site") });
        Assert.Equal([50m, 50m], billed.Lines.Select(line => line.WorkThisPeriod));
    }

    [Fact]
    public void A_refusal_names_the_line_where_there_is_one()
    {
        var line = Contracts.Stopped(Contracts.TenPercent, Fresh, Good with { Lines = [Good.Lines[0] with { MaterialsStored = null }] });
        Assert.Contains("application 1, line L1: ", line.Sentence, StringComparison.Ordinal);
        var header = Contracts.Stopped(Contracts.TenPercent, Fresh, Good with { Header = new CertifiedHeader { PaymentDue = 0.001m } });
        Assert.Contains("application 1: current", header.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_may_release_exactly_what_it_holds()
    {
        var application = Contracts.Application(1) with { RecordId = "REL", Release = new RetainageRelease.ByLine([new LineRelease("L1", 800m)]) };
        Assert.Equal(800m, Contracts.Billed(Contracts.TenPercent, Held, application).Payable);
    }

    [Fact]
    public void A_cut_may_take_all_work_of_the_period_but_no_negative_line()
    {
        var ledger = Contracts.Posted(
            30_000m,
            1,
            Contracts.Balance("A", 10_000m, 1_000m, 0m, 100m),
            Contracts.Balance("B", 10_000m, 1_000m, 0m, 100m),
            Contracts.Balance("C", 10_000m, 1_000m, 0m, 100m)
        );
        var claimed = Contracts.Application(
            2,
            Contracts.Line("A", null, null, 300m),
            Contracts.Line("B", null, null, -50m),
            Contracts.Line("C", null, null, 0m)
        );
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, claimed with { Cut = new HeaderCut(300m, "R. Reviewer", "not on site") });
        Assert.Equal([0m, -50m, 0m], billed.Lines.Select(line => line.WorkThisPeriod));
        Assert.Equal("A", Assert.Single(billed.Warnings, warning => warning.Code == BillingWarningCode.HeaderCutAllocated).LineId);
        Contracts.AssertStopped(
            BillingReasons.HeaderCutUnusable,
            Contracts.TenPercent,
            ledger,
            claimed with
            {
                Cut = new HeaderCut(300.01m, "R. Reviewer", "not on site"),
            },
            "300.01",
            "300.00"
        );
    }

    [Fact]
    public void A_line_may_be_billed_to_its_value_and_to_its_tolerance()
    {
        Assert.Empty(Contracts.Billed(Contracts.TenPercent, Fresh, Contracts.ToDate(1, 10_000m, 0m, 10_000m)).Warnings);
        Contracts.AssertStopped(
            BillingReasons.Overbilled,
            Contracts.TenPercent with
            {
                OverbillingTolerance = 5m,
            },
            Fresh,
            Contracts.ToDate(1, 10_000m, 0m, 10_005.01m)
        );
    }

    [Fact]
    public void Every_amount_of_the_header_and_of_releases_on_lines_is_in_cents()
    {
        var line = Good.Lines[0];
        Application[] precise =
        [
            Good with
            {
                Header = new CertifiedHeader { OriginalContractSum = 0.001m },
            },
            Good with
            {
                Header = new CertifiedHeader { NetChangeOrders = 0.001m },
            },
            Good with
            {
                Header = new CertifiedHeader { ContractSumToDate = 0.001m },
            },
            Good with
            {
                Lines = [line with { WorkRetainageReleased = 0.001m }],
            },
            Good with
            {
                Lines = [line with { StoredRetainageReleased = 0.001m }],
            },
        ];
        Assert.All(
            precise,
            application => Contracts.AssertStopped(SharedReasons.AmountTooPrecise, Contracts.TenPercent, Fresh, application, "0.001")
        );
        var source = Contracts.TenPercent with { RetainageSource = RetainageSource.Source };
        Contracts.AssertStopped(
            SharedReasons.AmountMissing,
            source,
            Fresh,
            Good with
            {
                Lines = [line with { WorkRetainageHeld = 100m }],
            },
            "stored materials"
        );
        Contracts.AssertStopped(
            SharedReasons.AmountMissing,
            source,
            Fresh,
            Good with
            {
                Lines = [line with { StoredRetainageHeld = 0m }],
            },
            "held on work"
        );
    }
}
