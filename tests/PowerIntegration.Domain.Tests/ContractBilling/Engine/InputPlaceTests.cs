using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Checks;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>Where a refused input is wrong, what is allowed there and what would be accepted: 8,000 of work and 2,000 stored are posted.</summary>
public sealed class InputPlaceTests
{
    private static readonly ContractLedger Ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 8_000m, 2_000m, 800m, 200m));

    private static readonly ContractTerms Moved = Contracts.TenPercent with { StoredMaterials = StoredMaterials.AutoMove };

    private static readonly ContractLedger MovedLedger = Ledger with { StoredMaterials = StoredMaterials.AutoMove };

    [Fact]
    public void An_amount_that_is_missing_or_too_precise()
    {
        Place(SharedReasons.AmountMissing, One(8_000m, null, 2_000m), "L1", "work this period", "an amount, or 0.00 if there is none", null);
        Place(SharedReasons.AmountTooPrecise, One(8_000m, 1.005m, 2_000m), "L1", "work this period", "an amount in USD without", 1.01m);
        Place(
            SharedReasons.AmountMissing,
            Contracts.Application(2, Contracts.Line("L1", null, 8_000m, 0m, 2_000m), Contracts.Line("N", null, null, 10m)),
            "N",
            "scheduled value",
            "the value of the new line",
            null
        );
    }

    [Fact]
    public void What_was_previously_billed_as_the_terms_carry_stored_materials()
    {
        const string Work = "work from previous applications";
        const string Total = "total completed and stored of the previous application";
        Place(BillingReasons.StoredModeDiffers, One(10_000m, 0m, 2_000m), "L1", Work, "as the terms carry stored materials", 8_000m);
        Place(BillingReasons.PreviousDiffers, One(7_000m, 0m, 2_000m), "L1", Work, "what was posted", 8_000m);
        Place(
            BillingReasons.PreviousDiffers,
            Contracts.Application(2, One(8_000m, 0m, 2_000m).Lines[0] with { CompletedPrevious = 9_000m }),
            "L1",
            Total,
            "what was posted",
            10_000m
        );
        Place(BillingReasons.StoredModeDiffers, One(8_000m, 0m, 0m), "L1", Work, "as the terms carry stored materials", 10_000m, Moved, MovedLedger);
        Place(BillingReasons.PreviousDiffers, One(7_000m, 0m, 0m), "L1", Work, "what was posted", 10_000m, Moved, MovedLedger);
    }

    [Fact]
    public void A_line_that_does_not_add_up_and_stored_materials_that_cannot_be()
    {
        Place(
            BillingReasons.LineDoesNotAddUp,
            Contracts.Application(2, One(8_000m, 500m, 2_000m).Lines[0] with { CompletedToDate = 1m }),
            "L1",
            "total completed and stored to date",
            "the sum of columns D, E and F",
            10_500m
        );
        Place(BillingReasons.StoredNegative, One(8_000m, 0m, -1m), "L1", "materials presently stored", "zero or a positive amount", 0m);
        Place(
            BillingReasons.FinalWithStored,
            One(8_000m, 0m, 2_000m) with
            {
                IsFinal = true,
            },
            "L1",
            "materials presently stored",
            "zero on the final application",
            0m
        );
    }

    [Fact]
    public void A_line_id_that_is_missing_repeated_or_spelled_otherwise()
    {
        var line = One(8_000m, 0m, 2_000m).Lines[0];
        Place(
            DocumentReasons.LineIdMissing,
            Contracts.Application(2, line, line with { LineId = " " }),
            null,
            "line ID",
            "an ID of the schedule of values",
            null
        );
        Place(DocumentReasons.LineRepeated, Contracts.Application(2, line, line), "L1", "line ID", "each ID once", null);
        var spelled = Place(
            DocumentReasons.LineRepeated,
            Contracts.Application(2, line with { LineId = "l1" }),
            "l1",
            "line ID",
            "'L1', as in the schedule of values",
            null
        );
        Assert.Equal("L1", spelled.AcceptedText);
    }

    [Fact]
    public void An_application_that_is_missing_and_a_term_that_is_not_stated()
    {
        var missing = Stop(
            DocumentReasons.PredecessorMissing,
            Contracts.Application(3, One(8_000m, 0m, 2_000m).Lines[0]),
            Contracts.TenPercent,
            Ledger
        );
        Assert.Equal(("earlier application", 2m), (missing.Place!.Field, missing.Place.Accepted));
        var unstated = Stop(BillingReasons.TermsMissing, One(8_000m, 0m, 2_000m), Contracts.TenPercent with { StaleStoragePeriods = null }, Ledger);
        Assert.Equal("after how many applications unchanged stored materials are flagged", unstated.Place!.Field);
    }

    [Theory]
    [InlineData(1_000, 1_010, "up to 1,005.00 USD", 1_005)]
    [InlineData(-1_000, -1_010, "up to -1,005.00 USD", -1_005)]
    public void Beyond_the_tolerance_as_much_as_the_tolerance_allows(decimal value, decimal toDate, string allowed, decimal accepted) =>
        Place(
            BillingReasons.Overbilled,
            Contracts.ToDate(1, value, 0m, toDate),
            "L1",
            "work this period",
            allowed,
            accepted,
            Contracts.TenPercent with
            {
                OverbillingTolerance = 5m,
            },
            Contracts.Ledger(value)
        );

    [Fact]
    public void A_total_as_far_below_zero_as_the_value_is_above_it_is_turned_around() =>
        Place(
            BillingReasons.LineOutOfRange,
            Contracts.ToDate(1, 1_000m, 0m, -1_000m),
            "L1",
            "work this period",
            "from 0.00 USD to 1,000.00 USD",
            1_000m,
            null,
            Contracts.Ledger(1_000m)
        );

    // A new line without a value is only told that; a known line keeps its value and is told that it is over it.
    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public void A_line_whose_value_is_missing_is_not_also_over_it(decimal work)
    {
        var application = Contracts.Application(2, Contracts.Line("L1", null, 8_000m, 20_000m, 2_000m), Contracts.Line("N", null, null, work));
        var stopped = Assert.IsType<BillingOutcome.Stopped>(BillingEngine.Bill(Contracts.TenPercent, Ledger, application));
        Assert.Equal(
            [(SharedReasons.AmountMissing, "N"), (BillingReasons.Overbilled, "L1")],
            stopped.All.Select(refusal => (refusal.Code, refusal.Place!.LineId!)).OrderByDescending(found => found.Item2, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Stored_materials_without_any_work_are_no_reason_to_check()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Contracts.Ledger(1_000m),
            Contracts.Application(1, Contracts.Line("L1", 1_000m, 0m, 0m, 100m))
        );
        Assert.DoesNotContain(billed.Warnings, warning => warning.Code == BillingWarningCode.BelowZero);
    }

    [Theory]
    [InlineData("A-1.09", true)]
    [InlineData("123", true)]
    [InlineData("", true)]
    [InlineData("a", false)]
    [InlineData("1 2", false)]
    [InlineData("1\u2013", false)]
    [InlineData("1/", false)]
    [InlineData("1:", false)]
    [InlineData("[", false)]
    public void An_id_of_digits_capitals_dashes_and_points_is_its_own_key(string id, bool isPlain)
    {
        Assert.Equal(isPlain, LineIdKey.IsPlain(id));
        if (isPlain)
        {
            Assert.Equal(id, LineIdKey.Of(id));
        }
    }

    [Theory]
    [InlineData("  a\u200b1 \t\n b  ", "A1 B")]
    [InlineData("a\u2014b", "A-B")]
    [InlineData("\u00a0x\u00a0", "X")]
    [InlineData("\uff21\uff11", "A1")]
    [InlineData(" \u200b ", "")]
    [InlineData("a\u0000b", "A B")]
    public void Ids_that_look_the_same_have_one_key(string id, string key) => Assert.Equal(key, LineIdKey.Of(id));

    [Theory]
    [InlineData(null, 20, "123.00 to date")]
    [InlineData(500, 20, "500.00 to date")]
    public void A_line_that_left_the_schedule_is_refused_with_what_is_listed_on_it(int? toDate, decimal work, string figure)
    {
        var ledger = Ledger with { ClosedLines = [new ClosedLine("7", "Old work")] };
        var gone = Contracts.Line("7", 900m, 100m, work, 3m) with { CompletedToDate = toDate };
        var refusal = Stop(
            BillingReasons.ScheduleChangeUnusable,
            Contracts.Application(2, One(8_000m, 0m, 2_000m).Lines[0], gone),
            Contracts.TenPercent,
            ledger
        );
        Assert.Contains(figure.Replace(" to date", " USD to date", StringComparison.Ordinal), refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("scheduled value of 900.00", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void One_rule_of_a_sliding_scale_below_zero_is_enough()
    {
        var scale = new RetainageTerms.SlidingScale([
            new SlidingScaleRule(0.10m, new RetainageLimit(LimitBase.Amount, 5_000m)),
            new SlidingScaleRule(0.05m, new RetainageLimit(LimitBase.Amount, -1m)),
        ]);
        var stopped = Assert.IsType<BillingOutcome.Stopped>(
            BillingEngine.Bill(Contracts.Terms(scale), Contracts.Ledger(1_000m), Contracts.ToDate(1, 1_000m, 0m, 10m))
        );
        Assert.Contains(stopped.All, refusal => refusal.Sentence.Contains("limit is below zero", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "the start of the contract.")]
    [InlineData(1, "application 1.")]
    public void A_void_number_is_skipped_and_the_base_is_named(int posted, string expected)
    {
        var ledger = posted == 0 ? Contracts.Ledger(20_000m) : Ledger;
        var line = posted == 0 ? Contracts.Line("L1", 20_000m, 0m, 10m) : One(8_000m, 0m, 2_000m).Lines[0];
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            ledger,
            Contracts.Application(posted + 2, line) with
            {
                Others = [new KnownApplication(posted + 1, ApplicationStatus.Void)],
            }
        );
        Assert.EndsWith(
            "billing builds on " + expected,
            Assert.Single(billed.Warnings, warning => warning.Code == BillingWarningCode.NumberSkipped).Sentence,
            StringComparison.Ordinal
        );
    }

    // Each line is full; the header certifies a cent more, which is rounding and not over the value.
    [Fact]
    public void A_cent_of_the_header_over_a_full_line_is_noted_and_not_wrong()
    {
        var ledger = Contracts.Posted(200m, 1, Contracts.Balance("1", 100m, 0m, 0m, 0m), Contracts.Balance("2", 100m, 0m, 0m, 0m));
        var full = Contracts.Application(2, Contracts.Line("1", null, 0m, 100m), Contracts.Line("2", null, 0m, 100m)) with
        {
            Header = new CertifiedHeader { GrossToDate = 200.01m },
        };
        var check = Check(Contracts.Billed(Contracts.TenPercent, ledger, full), "Amounts");
        Assert.Equal((InputState.Noted, "line 1 outside, within the tolerance or rounding"), (check.State, check.Note));
        Assert.Empty(check.Places);
    }

    [Fact]
    public void The_first_period_and_a_certified_original_sum_leave_nothing_to_note()
    {
        var first = Contracts.ToDate(1, 900m, 0m, 10m) with
        {
            PeriodEnd = CalendarDate.Parse("2026-01-31"),
            Header = new CertifiedHeader { OriginalContractSum = 900m },
        };
        var billed = Contracts.Billed(Contracts.TenPercent, Contracts.Ledger(900m), first);
        Assert.Equal((InputState.Met, ""), (Check(billed, "The period").State, Check(billed, "The period").Note));
        Assert.Equal((InputState.Met, ""), (Check(billed, "The lines total").State, Check(billed, "The lines total").Note));
    }

    [Fact]
    public void Five_lines_are_named_and_none_is_left_to_count()
    {
        var many = Enumerable.Range(10, 5).Select(number => Contracts.Balance($"{number}", 1m, 0m, 0m, 0m) with { Coding = null });
        var billed = Contracts.Billed(Contracts.TenPercent, Ledger with { Lines = [.. Ledger.Lines, .. many] }, One(8_000m, 10m, 2_000m));
        var check = Check(billed, "Every cost line");
        Assert.Equal("lines 10, 11, 12, 13, 14 without a coding", check.Note);
        Assert.All(check.Places, place => Assert.Equal("the coding of the line's cost", place.Allowed));
    }

    // 5,000 are new and 20,000 are caught up; of 15,000 that are cut, 5,000 come off column E and 10,000 off column D.
    [Fact]
    public void A_cut_takes_the_work_of_the_period_first_and_then_what_is_caught_up()
    {
        var ledger = Contracts.Posted(300_000m, 1, Contracts.Balance("L1", 300_000m, 100_000m, 0m, 10_000m));
        var application = Contracts.Application(2, Contracts.Line("L1", null, 120_000m, 5_000m)) with
        {
            CatchUp = new CatchUpDecision(20_000m, 1, "K. Controller", "certified now"),
            Cut = new HeaderCut(15_000m, "A. Architect", "defective work"),
        };
        var billed = Contracts.Billed(Contracts.TenPercent, ledger, application);
        var line = billed.Lines[0];
        Assert.Equal((0m, 110_000m, 10_000m, 110_000m), (line.WorkThisPeriod, line.WorkPrevious, line.CatchUp, line.CompletedToDate));
        Assert.Equal(9_000m, billed.Payable);
    }

    // Rounding of three parts of a line adds up: each explains as much as a line of its own.
    [Theory]
    [InlineData(3, 0.09, true)]
    [InlineData(3, 0.10, false)]
    [InlineData(1, 0.03, true)]
    [InlineData(1, 0.04, false)]
    public void Retainage_of_the_contract_may_differ_by_the_rounding_of_every_part(int parts, decimal more, bool isRounding)
    {
        var terms = Contracts.Terms(new RetainageTerms.LumpSum(500m)) with { RetainageSource = RetainageSource.Source };
        var line = Contracts.Line("L1", 20_000m, 0m, 10_000m) with { PartCount = parts, WorkRetainageHeld = 500m + more, StoredRetainageHeld = 0m };
        var application = Contracts.Application(2, line) with { Others = [new KnownApplication(1, ApplicationStatus.Void)] };
        var outcome = BillingEngine.Bill(terms, Contracts.Ledger(20_000m), application);
        Assert.Equal(isRounding, outcome is BillingOutcome.Billed);
    }

    // The step holds 1,000 of 10,000 by line; the source says that 400 were released, of which as much as the line holds less is a release.
    [Theory]
    [InlineData(3, 0.09, 400)]
    [InlineData(3, 0.10, 399.90)]
    [InlineData(1, 0.03, 400)]
    [InlineData(1, 0.04, 399.96)]
    public void A_release_on_a_line_may_differ_by_the_rounding_of_every_part(int parts, decimal less, decimal released)
    {
        var terms = Contracts.TenPercent with { RetainageSource = RetainageSource.Source };
        var ledger = Contracts.Posted(20_000m, 1, Contracts.Balance("L1", 20_000m, 10_000m, 0m, 1_000m));
        var line = Contracts.Line("L1", 20_000m, 10_000m, 0m) with
        {
            PartCount = parts,
            WorkRetainageHeld = 600m + less,
            StoredRetainageHeld = 0m,
            WorkRetainageReleased = 400m,
        };
        Assert.Equal(released, Contracts.Billed(terms, ledger, Contracts.Application(2, line)).Lines[0].Released);
    }

    private static Application One(decimal previous, decimal? work, decimal stored) =>
        Contracts.Application(2, Contracts.Line("L1", null, previous, work, stored));

    private static Refusal Stop(ReasonCode code, Application application, ContractTerms terms, ContractLedger ledger) =>
        Assert.IsType<BillingOutcome.Stopped>(BillingEngine.Bill(terms, ledger, application)).All.First(refusal => refusal.Code == code);

    private static InputPlace Place(
        ReasonCode code,
        Application application,
        string? line,
        string field,
        string allowed,
        decimal? accepted,
        ContractTerms? terms = null,
        ContractLedger? ledger = null
    )
    {
        var place = Stop(code, application, terms ?? Contracts.TenPercent, ledger ?? Ledger).Place!;
        Assert.Equal((line, field, accepted), (place.LineId, place.Field, place.Accepted));
        Assert.Contains(allowed, place.Allowed, StringComparison.Ordinal);
        return place;
    }

    private static CheckedInput Check(BillingOutcome.Billed billed, string name) =>
        Assert.Single(billed.Proof.Inputs, input => input.Name.StartsWith(name, StringComparison.Ordinal));
}
