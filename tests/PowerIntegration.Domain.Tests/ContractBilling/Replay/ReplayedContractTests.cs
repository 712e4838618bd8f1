using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using Xunit;
using static PowerIntegration.Domain.Tests.ContractBilling.Replay.Histories;

namespace PowerIntegration.Domain.Tests.ContractBilling.Replay;

/// <summary>A contract billed by its terms, compared figure by figure with amounts worked out by hand.</summary>
public sealed class ReplayedContractTests
{
    // 10 percent of 1,000.00 is held.
    [Fact]
    public void A_payment_that_differs_is_named_and_an_unknown_one_is_not_compared()
    {
        var history = Paid(new ToDate(1_000m, 0m, 80m), new ToDate(2_000m, 0m, 200m), new ToDate(3_000m, 0m, 300m));
        var contract = ReplayedContract.Of(With(history, 1, entry => entry with { Paid = null }));

        Assert.Equal([new ReplayDifference(1, ReplayFigure.Payment, null, 900m, 920m)], contract.Differences);
        Assert.Equal(2, contract.Compared);
        Assert.Equal([2], contract.NotCompared);
        Assert.Equal((0, 0m, 0m), (contract.Stopped, contract.Rounded, contract.Released));
    }

    [Fact]
    public void Retainage_is_compared_on_the_line_whatever_its_id_is_written_like()
    {
        var application = Contracts.Application(1, Contracts.Line("a 1", 1_000m, 0m, 500m), Contracts.Line("B", 9_000m, 0m, 2_000m));
        var entry = new ReplayApplication(Contracts.TenPercent, application)
        {
            Held = [new HeldOnLine("A  1", 40m), new HeldOnLine("b", 200m), new HeldOnLine("C", 7m)],
        };
        var contract = ReplayedContract.Of(new ReplayHistory { Ledger = Contracts.Ledger(10_000m), Applications = [entry] });
        Assert.Equal(
            [new ReplayDifference(1, ReplayFigure.LineRetainage, "A  1", 50m, 40m), new ReplayDifference(1, ReplayFigure.LineRetainage, "C", 0m, 7m)],
            contract.Differences
        );
    }

    // The person held 10.00 less with application 1. The source keeps that: 190.00 with application 2, and 300.00 again with application 3.
    [Fact]
    public void What_a_person_changed_remains_until_the_source_holds_the_amount_of_the_terms()
    {
        var contract = ReplayedContract.Of(Overridden(190m, 900m));
        Assert.Equal(
            [
                new ReplayDifference(1, ReplayFigure.Payment, null, 900m, 910m) { IsOverridden = true },
                new ReplayDifference(1, ReplayFigure.LineRetainage, "1", 100m, 90m) { IsOverridden = true },
                new ReplayDifference(2, ReplayFigure.Payment, null, 890m, 900m) { IsOverridden = true },
                new ReplayDifference(2, ReplayFigure.LineRetainage, "1", 200m, 190m) { IsOverridden = true },
            ],
            contract.Differences
        );
        Assert.True(contract.IsExplained);
        Assert.Equal([1, 2], contract.Overridden);
    }

    // Two applications and the terms round: three cents.
    [Theory]
    [InlineData(189.97, true)]
    [InlineData(189.96, false)]
    [InlineData(190.03, true)]
    [InlineData(190.04, false)]
    public void A_difference_remains_a_persons_within_rounding(double held, bool isOverridden)
    {
        var amount = (decimal)held;
        var contract = ReplayedContract.Of(Overridden(amount, 1_000m - amount + 90m));
        Assert.Equal(
            [
                new ReplayDifference(2, ReplayFigure.Payment, null, 890m, 1_090m - amount) { IsOverridden = isOverridden },
                new ReplayDifference(2, ReplayFigure.LineRetainage, "1", 200m, amount) { IsOverridden = isOverridden },
            ],
            contract.Differences.Where(difference => difference.Application == 2)
        );
    }

    [Fact]
    public void A_payment_is_a_persons_only_where_the_changed_retainage_is_all_of_its_difference()
    {
        var history = With(Overridden(190m, 900m), 0, entry => entry with { Paid = 905m });
        var payment = ReplayedContract.Of(history).Differences[0];
        Assert.Equal(new ReplayDifference(1, ReplayFigure.Payment, null, 900m, 905m), payment);

        var known = With(Overridden(190m, 900m), 0, entry => entry with { Paid = null });
        Assert.Equal([ReplayFigure.LineRetainage], Of(1, ReplayedContract.Of(known)).Select(difference => difference.Figure));
        var right = With(Overridden(190m, 900m), 0, entry => entry with { Paid = 900m });
        Assert.Equal([ReplayFigure.LineRetainage], Of(1, ReplayedContract.Of(right)).Select(difference => difference.Figure));

        static IEnumerable<ReplayDifference> Of(int application, ReplayedContract contract) =>
            contract.Differences.Where(difference => difference.Application == application);
    }

    // Only the line that a person changed continues with the changed balance.
    [Fact]
    public void Other_lines_continue_by_the_terms()
    {
        ReplayApplication[] entries = [Entry(1, 0m, 90m, 910m + 900m), Entry(2, 1_000m, 200m, 890m + 900m)];
        var ledger = Contracts.Ledger(10_000m, Contracts.Balance("1", 5_000m, 0m, 0m, 0m), Contracts.Balance("2", 5_000m, 0m, 0m, 0m));
        var contract = ReplayedContract.Of(new ReplayHistory { Ledger = ledger, Applications = entries });
        Assert.Equal([1, 1], contract.Differences.Select(difference => difference.Application));
        Assert.True(contract.IsExplained);

        static ReplayApplication Entry(int number, decimal previous, decimal held, decimal paid)
        {
            var first = Contracts.Line("1", null, previous, 1_000m) with { IsRetainageOverridden = number == 1 };
            return new ReplayApplication(Contracts.TenPercent, Contracts.Application(number, first, Contracts.Line("2", null, previous, 1_000m)))
            {
                Held = [new HeldOnLine("1", held), new HeldOnLine("2", number * 100m)],
                Paid = paid,
            };
        }
    }

    [Fact]
    public void A_void_application_pays_nothing_and_the_next_one_is_billed()
    {
        var history = Paid(new ToDate(0m, 0m, 0m), new ToDate(2_000m, 0m, 200m));
        history = With(history, 0, entry => entry with { Application = entry.Application with { Status = ApplicationStatus.Void } });
        var contract = ReplayedContract.Of(history);
        Assert.Empty(contract.Differences);
        Assert.Equal((2, 0), (contract.Compared, contract.Stopped));

        var paid = ReplayedContract.Of(With(history, 0, entry => entry with { Paid = 5m }));
        Assert.Equal([new ReplayDifference(1, ReplayFigure.Payment, null, 0m, 5m)], paid.Differences);
    }

    [Fact]
    public void An_application_that_is_not_billed_says_why_and_stops_the_next()
    {
        var contract = ReplayedContract.Of(Draft(Paid(new ToDate(1_000m, 0m, 100m), new ToDate(2_000m, 0m, 200m))));
        Assert.Equal(2, contract.Stopped);
        Assert.Equal([(null, 900m), (null, 900m)], contract.Differences.Select(difference => (difference.Billed, difference.Paid)));
        Assert.Contains("application 1 is not approved yet (status: draft)", contract.Differences[0].NotBilled, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("waiting for application 1", contract.Differences[1].NotBilled, StringComparison.Ordinal);

        // Where nothing is known of it, there is nothing to compare.
        var silent = Draft(Paid(new ToDate(1_000m, 0m, 100m)));
        Assert.Empty(ReplayedContract.Of(With(silent, 0, entry => entry with { Paid = null })).Differences);
        var held = ReplayedContract.Of(With(silent, 0, entry => entry with { Paid = null, Held = [new HeldOnLine("1", 100m)] }));
        Assert.Equal((1, 0m), (held.Stopped, Assert.Single(held.Differences).Paid));
    }

    [Fact]
    public void Where_the_lines_state_their_retainage_an_application_that_is_not_billed_is_the_base_of_the_next()
    {
        var contract = ReplayedContract.Of(Draft(Stated(new ToDate(1_000m, 0m, 100m), new ToDate(2_000m, 0m, 200m))));
        Assert.Equal(1, contract.Stopped);
        Assert.Equal([1], contract.Differences.Select(difference => difference.Application));
    }

    // 50.00 too much is held with applications 1 and 2, and paid back with application 3.
    [Fact]
    public void Stated_retainage_differs_in_the_payment_in_which_the_difference_arose()
    {
        var history = Stated(new ToDate(1_000m, 0m, 150m), new ToDate(2_000m, 0m, 250m), new ToDate(3_000m, 0m, 300m));
        ReplayDifference[] expected =
        [
            new ReplayDifference(1, ReplayFigure.Payment, null, 900m, 850m),
            new ReplayDifference(1, ReplayFigure.LineRetainage, "1", 100m, 150m),
            new ReplayDifference(2, ReplayFigure.LineRetainage, "1", 200m, 250m),
            new ReplayDifference(3, ReplayFigure.Payment, null, 900m, 950m),
        ];
        Assert.Equal(expected, ReplayedContract.Of(history).Differences);

        // The same where the payments are not known: the stated retainage says what they were.
        var unpaid = history with
        {
            Applications = [.. history.Applications.Select(entry => entry with { Paid = null })],
        };
        Assert.Equal(expected, ReplayedContract.Of(unpaid).Differences);
    }

    [Fact]
    public void Stated_retainage_within_rounding_is_no_difference()
    {
        var history = Stated(new ToDate(1_000m, 0m, 100.02m), new ToDate(2_000m, 0m, 199.97m));
        var contract = ReplayedContract.Of(With(history, 1, AsNoted));
        Assert.Empty(contract.Differences);
        Assert.Equal(0.05m, contract.Rounded);

        var beyond = ReplayedContract.Of(Stated(new ToDate(1_000m, 0m, 100.03m)));
        Assert.Equal(0m, beyond.Rounded);
        Assert.Equal(new ReplayDifference(1, ReplayFigure.LineRetainage, "1", 100m, 100.03m), beyond.Differences[1]);

        // A warning without amounts is no difference.
        static ReplayApplication AsNoted(ReplayApplication entry) =>
            entry with
            {
                Application = entry.Application with { Status = ApplicationStatus.ApprovedAsNoted },
            };
    }

    [Fact]
    public void Stated_retainage_that_a_person_changed_is_no_difference_of_the_payment()
    {
        var history = With(Stated(new ToDate(1_000m, 0m, 150m), new ToDate(2_000m, 0m, 250m)), 0, ByHand);
        Assert.Equal(
            [
                new ReplayDifference(1, ReplayFigure.LineRetainage, "1", 100m, 150m) { IsOverridden = true },
                new ReplayDifference(2, ReplayFigure.LineRetainage, "1", 200m, 250m) { IsOverridden = true },
            ],
            ReplayedContract.Of(history).Differences
        );
    }

    // 10 percent of 5,000.00 and 5 percent of the rest: 550.00, and 650.00 with application 2. The source holds 50.00 more. Two lines round, with the
    // applications and the terms, by six cents.
    [Theory]
    [InlineData(250.06, true)]
    [InlineData(250.07, false)]
    public void Terms_for_the_contract_total_are_compared_in_total(double second, bool isOverridden)
    {
        var step = new RetainageTerms.Step(0.5m, 0.1m, 0.05m, StepReading.AboveThreshold, BilledMeasure.CompletedAndStored, ContractSumBase.Revised);
        var ledger = Contracts.Ledger(10_000m, Contracts.Balance("1", 6_000m, 0m, 0m, 0m), Contracts.Balance("2", 4_000m, 0m, 0m, 0m));
        ReplayApplication[] entries =
        [
            Entry(Contracts.Line("1", null, 0m, 4_000m), Contracts.Line("2", null, 0m, 2_000m), 400m, 200m),
            Entry(Contracts.Line("1", null, 4_000m, 1_000m), Contracts.Line("2", null, 2_000m, 1_000m), 450m, (decimal)second),
        ];
        var contract = ReplayedContract.Of(
            new ReplayHistory
            {
                Ledger = ledger,
                Applications = [entries[0], entries[1] with { Application = entries[1].Application with { Number = 2, RecordId = "R2" } }],
                IsStated = true,
            }
        );
        Assert.Equal(
            [
                new ReplayDifference(1, ReplayFigure.TotalRetainage, null, 550m, 600m) { IsOverridden = true },
                new ReplayDifference(2, ReplayFigure.TotalRetainage, null, 650m, 450m + (decimal)second) { IsOverridden = isOverridden },
            ],
            contract.Differences.Where(difference => difference.Figure == ReplayFigure.TotalRetainage)
        );

        ReplayApplication Entry(ApplicationLine one, ApplicationLine two, decimal held, decimal other) =>
            new(
                Contracts.Terms(step),
                Contracts.Application(
                    1,
                    one with
                    {
                        WorkRetainageHeld = held,
                        StoredRetainageHeld = 0m,
                        IsRetainageOverridden = held == 400m,
                    },
                    two with
                    {
                        WorkRetainageHeld = other,
                        StoredRetainageHeld = 0m,
                    }
                )
            );
    }

    // 100.00 by the terms, of which the source released 40.00.
    [Fact]
    public void Released_retainage_is_added_up()
    {
        var history = Stated(new ToDate(1_000m, 0m, 60m), new ToDate(2_000m, 0m, 130m));
        history = With(With(history, 0, entry => Releases(entry, 40m)), 1, entry => Releases(entry, 30m));
        var contract = ReplayedContract.Of(history);
        Assert.Empty(contract.Differences);
        Assert.Equal(70m, contract.Released);

        static ReplayApplication Releases(ReplayApplication entry, decimal amount) =>
            Line(entry, line => line with { WorkRetainageReleased = amount });
    }

    private static ReplayHistory Overridden(decimal second, decimal paid)
    {
        var history = Held(new ToDate(1_000m, 0m, 90m), new ToDate(2_000m, 0m, second), new ToDate(3_000m, 0m, 300m));
        history = With(history, 0, entry => ByHand(entry) with { Paid = 910m });
        history = With(history, 1, entry => entry with { Paid = paid });
        return With(history, 2, entry => entry with { Paid = 700m + second });
    }

    private static ReplayHistory Draft(ReplayHistory history) =>
        With(history, 0, entry => entry with { Application = entry.Application with { Status = ApplicationStatus.Draft } });

    private static ReplayApplication ByHand(ReplayApplication entry) => Line(entry, line => line with { IsRetainageOverridden = true });

    private static ReplayApplication Line(ReplayApplication entry, Func<ApplicationLine, ApplicationLine> change) =>
        entry with
        {
            Application = entry.Application with { Lines = [.. entry.Application.Lines.Select(change)] },
        };

    private static ReplayHistory With(ReplayHistory history, int index, Func<ReplayApplication, ReplayApplication> change) =>
        history with
        {
            Applications = [.. history.Applications.Select((entry, position) => position == index ? change(entry) : entry)],
        };
}
