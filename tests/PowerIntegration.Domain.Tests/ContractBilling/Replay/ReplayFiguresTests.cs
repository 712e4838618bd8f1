using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Replay;

/// <summary>What a history says without any terms, worked out by hand.</summary>
public sealed class ReplayFiguresTests
{
    // Billed before: 1,000.00 of work on line 1, of which 900.00 was paid.
    private static readonly ContractLedger Ledger = Contracts.Ledger(
        14_000m,
        Contracts.Balance("1", 10_000m, 1_000m, 0m, 100m),
        Contracts.Balance("2", 5_000m, 0m, 0m, 0m)
    );

    private static readonly ApplicationLine[] First = [Contracts.Line("1", null, 1_000m, 2_000m, 500m), Contracts.Line("2", 6_000m, 0m, 1_000m)];

    private static readonly ReplayPoint Stated = new()
    {
        Gross = 4_500m,
        Stored = 500m,
        ContractSum = 16_000m,
        CountedGross = 4_500m,
        CountedStored = 500m,
        Held = 425m,
        HeldOnStored = 25m,
        WorkOnlyGross = 1_000m,
        WorkOnlyHeld = 100m,
        Tolerance = 0.04m,
    };

    [Fact]
    public void What_was_billed_and_not_paid_is_held()
    {
        var figures = Read(Entry(1, First) with { Paid = 3_150m });
        var point = Assert.Single(Assert.Single(figures.Series));

        // 4,500.00 billed, 900.00 and 3,150.00 paid.
        Assert.Equal(Stated with { Held = 450m, HeldOnStored = null, WorkOnlyHeld = null, Tolerance = 0.02m }, point);
        Assert.Equal((4_000m, 4_000m), (point.Work, point.CountedWork));
        Assert.Equal(14_000m, figures.OriginalSum);
    }

    [Fact]
    public void What_was_paid_is_added_up_as_long_as_every_payment_is_known()
    {
        ApplicationLine[] second = [Contracts.Line("1", null, 3_000m, 1_000m, 0m)];
        var known = Read(Entry(1, First) with { Paid = 3_150m }, Entry(2, second) with { Paid = 450m });
        Assert.Equal([450m, 500m], Assert.Single(known.Series).Select(point => point.Held));

        var unknown = Read(Entry(1, First) with { Paid = 3_150m }, Entry(2, second), Entry(3, []) with { Paid = 450m });
        Assert.Equal([450m], Assert.Single(unknown.Series).Select(point => point.Held));
    }

    [Fact]
    public void Retainage_by_line_counts_where_every_billed_line_has_it()
    {
        ReplayApplication entry = Entry(1, Contracts.Line("2", null, 0m, 1_000m, 200m));
        var held = Read(entry with { Paid = 1m, Held = [new HeldOnLine("1", 140m), new HeldOnLine("2", 120m), new HeldOnLine("X", 7m)] });
        Assert.Equal(
            new ReplayPoint
            {
                Gross = 2_200m,
                Stored = 200m,
                ContractSum = 15_000m,
                CountedGross = 2_200m,
                CountedStored = 200m,
                Held = 260m,
                WorkOnlyGross = 1_000m,
                WorkOnlyHeld = 140m,
                Tolerance = 0.02m,
            },
            Assert.Single(Assert.Single(held.Series))
        );

        // Line 1 keeps the 100.00 of the ledger. Where nothing is known of line 2, the 2,200.00 less 900.00 and 1,100.00 are held.
        Assert.Equal(220m, Assert.Single(Assert.Single(Read(entry with { Held = [new HeldOnLine("2", 120m)] }).Series)).Held);
        Assert.Equal(200m, Assert.Single(Assert.Single(Read(entry with { Paid = 1_100m }).Series)).Held);
        Assert.Empty(Read(entry).Series);

        // A line on which nothing is billed needs no retainage.
        var first = Entry(1, Contracts.Line("1", null, 1_000m, 500m), Contracts.Line("2", null, 0m, 0m) with { StoredRetainageHeld = 9m });
        Assert.Equal(150m, Assert.Single(Assert.Single(Read(first with { Held = [new HeldOnLine("1", 150m)] }).Series)).Held);
    }

    [Fact]
    public void A_line_that_an_application_does_not_list_keeps_what_it_held_on_stored_materials()
    {
        var ledger = Ledger with { Lines = [Contracts.Balance("1", 10_000m, 1_000m, 400m, 100m, 20m), Ledger.Lines[1]] };
        var entry = Entry(1, Contracts.Line("2", null, 0m, 1_000m) with { WorkRetainageHeld = 90m, StoredRetainageHeld = 0m });

        var stated = Assert.Single(Assert.Single(ReplayFigures.Of(History(true, entry) with { Ledger = ledger }).Series));
        Assert.Equal((210m, 20m), (stated.Held, stated.HeldOnStored));

        // What is held on the line by the source is all of it.
        var held = entry with
        {
            Held = [new HeldOnLine("1", 130m), new HeldOnLine("2", 90m)],
        };
        var point = Assert.Single(Assert.Single(ReplayFigures.Of(History(false, held) with { Ledger = ledger }).Series));
        Assert.Equal((220m, null), (point.Held, point.HeldOnStored));
    }

    [Fact]
    public void Retainage_that_the_lines_state_counts_by_work_and_stored_materials()
    {
        var figures = ReplayFigures.Of(History(true, Entry(1, StatedLines()) with { Held = [new HeldOnLine("1", 7m)] }, Entry(2, StatedLines())));

        // Rounding: a cent for each application and the terms, two lines.
        Assert.Equal([Stated, Stated with { Tolerance = 0.06m }], Assert.Single(figures.Series));

        var missing = Entry(1, StatedLines()[0], StatedLines()[1] with { WorkRetainageHeld = null });
        Assert.Empty(ReplayFigures.Of(History(true, missing)).Series);
    }

    [Fact]
    public void Stored_materials_of_all_lines_are_added_up()
    {
        ApplicationLine[] lines =
        [
            StatedLines()[0],
            Contracts.Line("2", 6_000m, 0m, 1_000m, 300m) with
            {
                WorkRetainageHeld = 100m,
                StoredRetainageHeld = 15m,
            },
        ];
        Assert.Equal(
            Stated with
            {
                Gross = 4_800m,
                Stored = 800m,
                CountedGross = 4_800m,
                CountedStored = 800m,
                Held = 440m,
                HeldOnStored = 40m,
                WorkOnlyGross = 0m,
                WorkOnlyHeld = 0m,
            },
            Assert.Single(Assert.Single(ReplayFigures.Of(History(true, Entry(1, lines))).Series))
        );
    }

    [Fact]
    public void Lines_that_a_person_overrode_are_also_left_out()
    {
        var lines = StatedLines();
        lines[1] = lines[1] with { IsRetainageOverridden = true };
        var figures = ReplayFigures.Of(History(true, Entry(1, StatedLines()), Entry(1, lines)));
        var part = Stated with { CountedGross = 3_500m, Held = 325m, WorkOnlyGross = 0m, WorkOnlyHeld = 0m, Tolerance = 0.02m };
        Assert.Equal(2, figures.Series.Count);
        Assert.Equal([part, part], figures.Series[0]);
        Assert.Equal(3_000m, part.CountedWork);
        Assert.Equal([Stated, Stated], figures.Series[1]);

        // The payments do not say what the other lines hold.
        Assert.Equal([425m], Assert.Single(Read(Entry(1, lines) with { Paid = 3_175m }).Series).Select(point => point.Held));
    }

    [Fact]
    public void Retainage_that_the_lines_state_as_released_is_added_in_a_series_of_its_own()
    {
        var first = StatedLines();
        first[0] = first[0] with { WorkRetainageReleased = 30m, StoredRetainageReleased = 5m };
        var second = StatedLines();
        second[0] = second[0] with { WorkRetainageReleased = -50m, StoredRetainageReleased = 20m };
        second[1] = second[1] with { StoredRetainageReleased = 2m };
        var figures = ReplayFigures.Of(History(true, Entry(1, first), Entry(2, second)));

        // A line that releases 50.00 less and 20.00 more releases nothing.
        Assert.Equal(2, figures.Series.Count);
        Assert.Equal([425m, 425m], figures.Series[0].Select(point => point.Held));
        Assert.Equal(
            [Stated with { Held = 460m, HeldOnStored = null }, Stated with { Held = 462m, HeldOnStored = null, Tolerance = 0.06m }],
            figures.Series[1]
        );

        // Where only the payments are known, the lines say nothing about releases.
        Assert.Single(Read(Entry(1, first) with { Paid = 3_150m }).Series);
    }

    [Fact]
    public void Releases_of_the_ledger_and_of_the_applications_add_up()
    {
        var ledger = Ledger with { Lines = [Ledger.Lines[0] with { Released = new BucketAmounts(6m, 1m) }, Ledger.Lines[1]] };
        ReplayApplication[] entries =
        [
            Release(1, new RetainageRelease.Total(40m)),
            Release(2, new RetainageRelease.ByLine([new LineRelease("1", 10m), new LineRelease("2", 5m)])),
            Release(3, new RetainageRelease.Everything()),
        ];
        var figures = ReplayFigures.Of(History(false, entries) with { Ledger = ledger });
        Assert.Equal([100m, 100m, 100m], figures.Series[0].Select(point => point.Held));
        Assert.Equal([147m, 162m, 162m], figures.Series[1].Select(point => point.Held));

        static ReplayApplication Release(int number, RetainageRelease release) =>
            new(Contracts.TenPercent, Contracts.Application(number) with { Release = release });
    }

    [Fact]
    public void Only_approved_applications_are_read()
    {
        ReplayApplication[] entries =
        [
            .. new[]
            {
                ApplicationStatus.Draft,
                ApplicationStatus.Approved,
                ApplicationStatus.UnderReview,
                ApplicationStatus.ApprovedAsNoted,
                ApplicationStatus.Void,
            }.Select(
                (status, index) =>
                    new ReplayApplication(
                        Contracts.TenPercent,
                        Contracts.Application(index + 1, Contracts.Line("1", null, 1_000m, index)) with
                        {
                            Status = status,
                        }
                    )
                    {
                        Held = [new HeldOnLine("1", index)],
                    }
            ),
        ];
        Assert.Equal([(1_001m, 1m), (1_003m, 3m)], Assert.Single(Read(entries).Series).Select(point => (point.Gross, point.Held)));
    }

    [Fact]
    public void Nothing_billed_is_no_point()
    {
        var ledger = Contracts.Ledger(1_000m, Contracts.Balance("1", 1_000m, 0m, 0m, 0m));
        ReplayApplication[] entries =
        [
            Entry(1, Contracts.Line("1", null, 0m, 0m)) with
            {
                Paid = 0m,
            },
            Entry(2, Contracts.Line("1", null, 0m, 0.01m)) with
            {
                Paid = 0.01m,
            },
        ];
        Assert.Equal([0.01m], Assert.Single(ReplayFigures.Of(History(false, entries) with { Ledger = ledger }).Series).Select(point => point.Gross));
        Assert.Empty(ReplayFigures.Of(History(false) with { Ledger = ledger }).Series);
    }

    // A line of the application that the ledger does not have begins with it.
    [Fact]
    public void A_new_line_is_read_from_its_first_application()
    {
        var entry = Entry(1, Contracts.Line("3", 700m, null, 300m, 50m)) with { Held = [new HeldOnLine("3", 35m)] };
        var point = Assert.Single(Assert.Single(Read(entry).Series));
        Assert.Equal((1_350m, 50m, 15_700m, 135m, 0.03m), (point.Gross, point.Stored, point.ContractSum, point.Held, point.Tolerance));
    }

    // By the previous amounts of the second application: the work before is 3,000.00, with the stored materials it is 3,500.00.
    [Theory]
    [InlineData(3_000, StoredMaterials.Manual)]
    [InlineData(3_500, StoredMaterials.AutoMove)]
    [InlineData(3_200, null)]
    public void How_stored_materials_carry_is_read_from_the_previous_amounts(int previous, StoredMaterials? expected)
    {
        Assert.Equal(expected, Read(Entry(1, First), Entry(2, Contracts.Line("1", null, previous, 100m))).Carried);

        // A line that says nothing about it changes nothing that another line said.
        var silent = Entry(3, Contracts.Line("1", null, 99m, 100m), Contracts.Line("2", null, null, 100m));
        Assert.Equal(expected, Read(Entry(1, First), Entry(2, Contracts.Line("1", null, previous, 100m)), silent).Carried);
    }

    [Fact]
    public void Without_stored_materials_the_previous_amounts_do_not_say_how_they_carry()
    {
        Assert.Null(Read(Entry(1, First), Entry(2, Contracts.Line("2", null, 1_000m, 100m))).Carried);
        Assert.Null(Read(Entry(1, First), Entry(2, Contracts.Line("1", null, null, 100m))).Carried);

        // An amount that fits neither does not change what was read before.
        ApplicationLine[] third = [Contracts.Line("1", null, 1m, 100m, 0m)];
        var read = Read(Entry(1, First), Entry(2, Contracts.Line("1", null, 3_000m, 100m, 200m)), Entry(3, third));
        Assert.Equal(StoredMaterials.Manual, read.Carried);
    }

    [Fact]
    public void A_currency_without_decimals_rounds_to_whole_amounts()
    {
        var entry = Entry(1, First) with { Paid = 3_150m };
        var yen = ReplayFigures.Of(History(false, entry) with { Ledger = Ledger with { Currency = "JPY" } });
        Assert.Equal(2m, Assert.Single(Assert.Single(yen.Series)).Tolerance);
    }

    private static ApplicationLine[] StatedLines() =>
        [First[0] with { WorkRetainageHeld = 300m, StoredRetainageHeld = 25m }, First[1] with { WorkRetainageHeld = 100m, StoredRetainageHeld = 0m }];

    private static ReplayApplication Entry(int number, params ApplicationLine[] lines) =>
        new(Contracts.TenPercent, Contracts.Application(number, lines));

    private static ReplayFigures Read(params ReplayApplication[] entries) => ReplayFigures.Of(History(false, entries));

    private static ReplayHistory History(bool isStated, params ReplayApplication[] entries) =>
        new()
        {
            Ledger = Ledger,
            Applications = entries,
            IsStated = isStated,
        };
}
