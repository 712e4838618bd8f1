using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

public sealed class BadInputTests
{
    private static readonly ContractLedger Fresh = Contracts.Ledger(10_000m);

    private static readonly Application Good = Contracts.Application(1, Contracts.Line("L1", 10_000m, 0m, 1_000m, 500m));

    [Fact]
    public void Line_totals_that_do_not_add_up_are_refused() =>
        Contracts.AssertStopped(
            BillingReasons.LineDoesNotAddUp,
            Contracts.TenPercent,
            Fresh,
            Good with
            {
                Lines = [Good.Lines[0] with { CompletedToDate = 1_500.01m }],
            },
            "L1",
            "1,500.00",
            "1,500.01"
        );

    [Fact]
    public void A_line_above_one_hundred_percent_is_held_and_within_the_tolerance_warned()
    {
        var over = Contracts.Application(1, Contracts.Line("L1", 10_000m, 0m, 10_005m));
        Contracts.AssertStopped(BillingReasons.Overbilled, Contracts.TenPercent, Fresh, over, "10,005.00", "10,000.00");
        var billed = Contracts.Billed(Contracts.TenPercent with { OverbillingTolerance = 5m }, Fresh, over);
        Assert.Equal(100.05m, billed.Lines[0].PercentComplete);
        Assert.Equal(-5m, billed.Lines[0].BalanceToFinish);
        Assert.Single(billed.Warnings, warning => warning.Code == BillingWarningCode.AboveScheduledValue && warning.LineId == "L1");
    }

    // E10: a deductive change order leaves the line billed above its value until it is corrected.
    [Fact]
    public void A_deductive_change_order_below_what_was_billed_is_held_until_it_is_billed_back()
    {
        var ledger = Contracts.Posted(50_000m, 2, Contracts.Balance("B", 50_000m, 30_000m, 0m, 3_000m));
        Contracts.AssertStopped(
            BillingReasons.Overbilled,
            Contracts.TenPercent,
            ledger,
            Contracts.Application(3, Contracts.Line("B", 25_000m, 30_000m, 0m)),
            "line B",
            "25,000.00"
        );
        Assert.Equal(
            -4_500m,
            Contracts.Billed(Contracts.TenPercent, ledger, Contracts.Application(3, Contracts.Line("B", 25_000m, 30_000m, -5_000m))).Payable
        );
    }

    [Fact]
    public void A_deductive_line_is_billed_below_zero_down_to_its_value()
    {
        var whole = Contracts.Billed(Contracts.TenPercent, Contracts.Ledger(0m), Contracts.Application(1, Contracts.Line("CO", -500m, 0m, -500m)));
        Assert.Equal(-450m, whole.Payable);
        Assert.Empty(whole.Warnings);
        Contracts.AssertStopped(
            BillingReasons.Overbilled,
            Contracts.TenPercent,
            Contracts.Ledger(0m),
            Contracts.Application(1, Contracts.Line("CO", -500m, 0m, -500.01m))
        );
    }

    [Fact]
    public void A_line_without_value_may_stand_but_not_be_billed()
    {
        Assert.Equal(
            0m,
            Contracts
                .Billed(Contracts.TenPercent, Contracts.Ledger(0m), Contracts.Application(1, Contracts.Line("A", 0m, 0m, 0m)))
                .Lines[0]
                .PercentComplete
        );
        Contracts.AssertStopped(
            BillingReasons.Overbilled,
            Contracts.TenPercent,
            Contracts.Ledger(0m),
            Contracts.Application(1, Contracts.Line("A", 0m, 0m, 0.01m))
        );
    }

    [Fact]
    public void A_negative_stored_balance_is_refused() =>
        Contracts.AssertStopped(
            BillingReasons.StoredNegative,
            Contracts.TenPercent,
            Fresh,
            Contracts.Application(1, Contracts.Line("L1", 10_000m, 0m, 1_000m, -0.01m)),
            "L1",
            "-0.01"
        );

    [Fact]
    public void Retainage_above_the_cap_is_held()
    {
        var line = Good.Lines[0] with { WorkRetainageHeld = 100m, StoredRetainageHeld = 50m };
        var terms = Contracts.TenPercent with
        {
            RetainageSource = RetainageSource.Source,
            RetainageCap = new RetainageLimit(LimitBase.Amount, 149.99m),
        };
        Contracts.AssertStopped(BillingReasons.RetainageAboveCap, terms, Fresh, Good with { Lines = [line] }, "150.00", "149.99");
        Assert.Equal(
            1_350m,
            Contracts.Billed(terms with { RetainageCap = new RetainageLimit(LimitBase.Amount, 150m) }, Fresh, Good with { Lines = [line] }).Payable
        );
        var scale = terms with
        {
            RetainageCap = null,
            Retainage = new RetainageTerms.SlidingScale([new(0.10m, new RetainageLimit(LimitBase.OriginalSum, 0.0149m))]),
        };
        Contracts.AssertStopped(BillingReasons.RetainageAboveCap, scale, Fresh, Good with { Lines = [line] }, "149.00");
    }

    [Fact]
    public void A_final_application_that_leaves_stored_materials_is_refused()
    {
        Contracts.AssertStopped(BillingReasons.FinalWithStored, Contracts.TenPercent, Fresh, Good with { IsFinal = true }, "500.00");
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 10_000m, 0m, 0m, 0m), Contracts.Balance("L2", 10_000m, 0m, 70m, 0m, 7m));
        Contracts.AssertStopped(
            BillingReasons.FinalWithStored,
            Contracts.TenPercent,
            ledger,
            Contracts.Application(2, Contracts.Line("L1", null, null, 1m)) with
            {
                IsFinal = true,
            },
            "line L2"
        );
        Assert.Equal(
            1_350m,
            Contracts
                .Billed(Contracts.TenPercent, Fresh, Contracts.Application(1, Contracts.Line("L1", 10_000m, 0m, 1_500m)) with { IsFinal = true })
                .Payable
        );
    }

    [Fact]
    public void Two_currencies_do_not_meet()
    {
        Contracts.AssertStopped(SharedReasons.CurrencyDiffers, Contracts.TenPercent, Fresh, Good with { Currency = "CAD" }, "USD", "CAD");
        Contracts.AssertStopped(SharedReasons.CurrencyDiffers, Contracts.TenPercent, Fresh with { Currency = "EUR" }, Good, "EUR");
        Contracts.AssertStopped(
            SharedReasons.CurrencyUnknown,
            Contracts.TenPercent with
            {
                Currency = "XYZ",
            },
            Fresh with
            {
                Currency = "XYZ",
            },
            Good with
            {
                Currency = null,
            },
            "XYZ"
        );
    }

    [Fact]
    public void One_application_carries_two_thousand_lines_and_not_one_more()
    {
        ApplicationLine[] lines = [.. Enumerable.Range(1, 2_001).Select(number => Contracts.Line("L" + number, 10m, 0m, 1m))];
        Contracts.AssertStopped(DocumentReasons.TooManyLines, Contracts.TenPercent, Fresh, Contracts.Application(1, lines), "2001", "2000");
        Assert.Equal(1_800m, Contracts.Billed(Contracts.TenPercent, Fresh, Contracts.Application(1, lines[..2_000])).Payable);
    }

    [Fact]
    public void How_many_lines_an_application_carries_is_the_callers_to_say()
    {
        ApplicationLine[] lines = [.. Enumerable.Range(1, 2_001).Select(number => Contracts.Line("L" + number, 10m, 0m, 1m))];
        var application = Contracts.Application(1, lines);
        Assert.Equal(1_800.9m, Assert.IsType<BillingOutcome.Billed>(BillingEngine.Bill(Contracts.TenPercent, Fresh, application, 2_001)).Payable);
        var stopped = Assert.IsType<BillingOutcome.Stopped>(BillingEngine.Bill(Contracts.TenPercent, Fresh, application, 1_000));
        Assert.Equal(DocumentReasons.TooManyLines, stopped.Refusal.Code);
        Assert.Contains("at most 1000", stopped.Refusal.Sentence, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_with_too_many_decimals_are_refused_wherever_they_stand()
    {
        var line = Good.Lines[0];
        Application[] precise =
        [
            Good with
            {
                Lines = [line with { WorkThisPeriod = 0.001m }],
            },
            Good with
            {
                Lines = [line with { ScheduledValue = 0.001m }],
            },
            Good with
            {
                Lines = [line with { WorkPrevious = 0.001m }],
            },
            Good with
            {
                Lines = [line with { MaterialsStored = 0.001m }],
            },
            Good with
            {
                Lines = [line with { CompletedPrevious = 0.001m }],
            },
            Good with
            {
                Lines = [line with { CompletedToDate = 0.001m }],
            },
            Good with
            {
                Lines = [line with { WorkRetainageHeld = 0.001m }],
            },
            Good with
            {
                Lines = [line with { StoredRetainageHeld = 0.001m }],
            },
            Good with
            {
                Header = new CertifiedHeader { GrossToDate = 0.001m },
            },
            Good with
            {
                Header = new CertifiedHeader { RetainageToDate = 0.001m },
            },
            Good with
            {
                Header = new CertifiedHeader { PreviousCertificates = 0.001m },
            },
            Good with
            {
                Header = new CertifiedHeader { PaymentDue = 0.001m },
            },
            Good with
            {
                Cut = new HeaderCut(0.001m, "R", "why"),
            },
            Good with
            {
                CatchUp = new CatchUpDecision(0.001m, 1, "K", "why"),
            },
            Good with
            {
                Release = new RetainageRelease.Total(0.001m),
            },
            Good with
            {
                Release = new RetainageRelease.DownTo(0.001m),
            },
            Good with
            {
                Release = new RetainageRelease.ByLine([new LineRelease("L1", 0.001m)]),
            },
            Good with
            {
                Release = new RetainageRelease.Everything { PunchListHold = 0.001m },
            },
            Good with
            {
                Deductions = [new PaymentDeduction(DeductionKind.BackCharge, "BC", 0.001m, "1", "P")],
            },
            Good with
            {
                Oracle = [new OraclePosted("L1", 0.001m, null)],
            },
            Good with
            {
                Oracle = [new OraclePosted("L1", 0m, 0.001m)],
            },
        ];
        Assert.All(
            precise,
            application => Contracts.AssertStopped(SharedReasons.AmountTooPrecise, Contracts.TenPercent, Fresh, application, "0.001", "USD")
        );
    }

    [Fact]
    public void Missing_amounts_lines_and_ids_are_refused()
    {
        var line = Good.Lines[0];
        Contracts.AssertStopped(
            SharedReasons.AmountMissing,
            Contracts.TenPercent,
            Fresh,
            Good with
            {
                Lines = [line with { WorkThisPeriod = null }],
            },
            "work this period"
        );
        Contracts.AssertStopped(
            SharedReasons.AmountMissing,
            Contracts.TenPercent,
            Fresh,
            Good with
            {
                Lines = [line with { MaterialsStored = null }],
            },
            "materials presently stored"
        );
        Contracts.AssertStopped(
            SharedReasons.AmountMissing,
            Contracts.TenPercent with
            {
                RetainageSource = RetainageSource.Source,
            },
            Fresh,
            Good,
            "retainage held on work"
        );
        Contracts.AssertStopped(DocumentReasons.LinesMissing, Contracts.TenPercent, Fresh, Good with { Lines = [] });
        Contracts.AssertStopped(DocumentReasons.LineIdMissing, Contracts.TenPercent, Fresh, Good with { Lines = [line with { LineId = "" }] });
        Contracts.AssertStopped(DocumentReasons.LineRepeated, Contracts.TenPercent, Fresh, Good with { Lines = [line, line] }, "L1");

        // The second of the two comes after an id that does not rise.
        var unsorted = Good with
        {
            Lines = [.. new[] { "2", "1", "1" }.Select(id => line with { LineId = id })],
        };
        Contracts.AssertStopped(DocumentReasons.LineRepeated, Contracts.TenPercent, Fresh, unsorted, "line 1 appears twice");
    }

    [Fact]
    public void A_sentence_about_a_line_says_its_description()
    {
        var ledger = Contracts.Posted(500m, 1, Contracts.Balance("1", 500m, 0m, 0m, 0m) with { Description = " Doors " });
        Contracts.AssertStopped(
            BillingReasons.Overbilled,
            Contracts.TenPercent,
            ledger,
            Contracts.Application(2, Contracts.Line("1", 500m, 0m, 501m)),
            "line 1 (Doors) is billed 501.00"
        );
    }

    [Fact]
    public void An_application_only_releases_where_it_has_nothing_else()
    {
        var release = Contracts.Application(1) with { Release = new RetainageRelease.Total(1m) };
        Assert.True(release.IsReleaseOnly);
        Application[] others =
        [
            Good,
            Contracts.Application(1),
            release with
            {
                Lines = Good.Lines,
            },
            release with
            {
                ScheduleChanges = [new ScheduleChange.Delete("1", null)],
            },
        ];
        Assert.All(others, application => Assert.False(application.IsReleaseOnly));
    }

    [Fact]
    public void Every_problem_is_found_and_the_first_by_precedence_is_the_answer()
    {
        var bad = Good with { Lines = [Good.Lines[0] with { MaterialsStored = -1m, CompletedToDate = 5m }, Contracts.Line("L2", 1m, 0m, 2m)] };
        var stopped = Assert.IsType<BillingOutcome.Stopped>(BillingEngine.Bill(Contracts.TenPercent, Fresh, bad));
        Assert.Equal(BillingReasons.StoredNegative, stopped.Refusal.Code);
        Assert.Equal(
            [BillingReasons.LineDoesNotAddUp, BillingReasons.StoredNegative, BillingReasons.Overbilled],
            stopped.All.Select(refusal => refusal.Code)
        );
    }

    [Fact]
    public void Retainage_of_the_source_is_checked_by_the_terms()
    {
        var terms = Contracts.TenPercent with { RetainageSource = RetainageSource.Source };
        var line = Good.Lines[0] with { WorkRetainageHeld = 100m, StoredRetainageHeld = 50m };
        Assert.Empty(Contracts.Billed(terms, Fresh, Good with { Lines = [line] }).Warnings);
        Assert.Equal(
            BillingWarningCode.RetainageRounded,
            Assert.Single(Contracts.Billed(terms, Fresh, Good with { Lines = [line with { StoredRetainageHeld = 50.02m }] }).Warnings).Code
        );
        Contracts.AssertStopped(
            BillingReasons.RetainageDiffers,
            terms,
            Fresh,
            Good with
            {
                Lines = [line with { StoredRetainageHeld = 50.03m }],
            },
            "150.03",
            "150.00"
        );
        var overridden = Contracts.Billed(terms, Fresh, Good with { Lines = [line with { StoredRetainageHeld = 0m, IsRetainageOverridden = true }] });
        Assert.Equal(BillingWarningCode.RetainageOverridden, Assert.Single(overridden.Warnings).Code);
        Assert.Equal(1_400m, overridden.Payable);
    }
}
