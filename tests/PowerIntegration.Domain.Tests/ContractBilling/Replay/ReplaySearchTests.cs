using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using Xunit;
using static PowerIntegration.Domain.Tests.ContractBilling.Replay.Histories;

namespace PowerIntegration.Domain.Tests.ContractBilling.Replay;

/// <summary>Which of the terms that explain a history are proposed, and in which order.</summary>
public sealed class ReplaySearchTests
{
    // Seven lines at 10 percent; the certified header holds 471.11, three cents less than its lines.
    private static readonly decimal[] Amounts = [1_234.55m, 987.65m, 333.35m, 48.05m, 7.15m, 0.05m, 2_100.25m];
    private static readonly decimal[] ByLargest = [123.46m, 98.77m, 33.34m, 4.81m, 0.72m, 0.01m, 210.00m];
    private static readonly decimal[] ByFirst = [123.43m, 98.77m, 33.34m, 4.81m, 0.72m, 0.01m, 210.03m];
    private static readonly decimal[] ByRemainder = [123.46m, 98.77m, 33.34m, 4.80m, 0.71m, 0.00m, 210.03m];

    [Fact]
    public void A_maximum_that_was_never_in_force_is_proposed_to_be_removed()
    {
        var answer = ReplayAnswer.Of(Paid(Capped(0.10m), new ToDate(1_000m, 0m, 100m), new ToDate(2_000m, 0m, 200m)));
        Assert.Equal([new ReplayDifference(2, ReplayFigure.Payment, null, 950m, 900m)], answer.Now.Differences);
        var proposal = Assert.Single(answer.Proposals);
        Assert.Equal([ReplayTerm.Cap], proposal.Changed);
        Assert.Equal(Contracts.TenPercent, proposal.Terms);
        Assert.True(proposal.ExplainsAll);
        Assert.Null(answer.FirstUnexplained);
        Assert.False(answer.IsAmbiguous);

        // Without the maximum; two places for rounding, the other keeper and stored materials that move, each with and without the maximum.
        Assert.Equal(9, answer.Tries);
    }

    // Without the maximum it is explained as well, but the maximum never mattered.
    [Fact]
    public void A_change_without_an_effect_is_not_proposed()
    {
        var answer = ReplayAnswer.Of(Paid(Capped(0.10m), new ToDate(1_000m, 0m, 50m), new ToDate(2_000m, 0m, 100m)));
        var proposal = Assert.Single(answer.Proposals);
        Assert.Equal([ReplayTerm.Retainage], proposal.Changed);
        Assert.Equal(Capped(0.05m), proposal.Terms);
    }

    [Fact]
    public void Terms_that_explain_the_history_are_not_searched_for()
    {
        var answer = ReplayAnswer.Of(Paid(new ToDate(1_000m, 0m, 100m)));
        Assert.Empty(answer.Proposals);
        Assert.Equal((0, null), (answer.Tries, answer.FirstUnexplained));
    }

    // A void application with very many lines costs nothing to bill, and its lines count.
    [Theory]
    [InlineData(249_999, 4)]
    [InlineData(250_000, 3)]
    public void A_contract_with_many_lines_has_fewer_tries(int lines, int tries)
    {
        var history = Paid(Capped(0.10m), new ToDate(4_000m, 0m, 400m), new ToDate(6_000m, 0m, 300m));
        var all = ReplayAnswer.Of(history);
        Assert.True(all.Tries > 4);
        Assert.True(all.Proposals[0].ExplainsAll);

        var first = history.Applications[0].Application;
        var filler = Contracts.Application(0, [.. Enumerable.Repeat(first.Lines[0], lines - 1)]) with { Status = ApplicationStatus.Void };
        var many = history with { Applications = [new ReplayApplication(Capped(0.10m), filler), .. history.Applications] };
        var some = ReplayAnswer.Of(many);
        Assert.Equal(tries, some.Tries);
        Assert.DoesNotContain(some.Proposals, proposal => proposal.ExplainsAll);
    }

    [Fact]
    public void A_history_without_lines_is_searched()
    {
        var entry = new ReplayApplication(Contracts.TenPercent, Contracts.Application(1)) { Paid = 5m };
        var answer = ReplayAnswer.Of(new ReplayHistory { Ledger = Ledger, Applications = [entry] });
        Assert.Empty(answer.Proposals);
        Assert.Equal(1, answer.FirstUnexplained);
    }

    [Theory]
    [InlineData(ResidualPlace.LargestLine, ResidualPlace.FirstLine)]
    [InlineData(ResidualPlace.LargestLine, ResidualPlace.LargestRemainder)]
    [InlineData(ResidualPlace.FirstLine, ResidualPlace.LargestLine)]
    public void The_lines_that_took_a_rounding_difference_say_where_it_goes(ResidualPlace proposed, ResidualPlace truth)
    {
        var answer = ReplayAnswer.Of(Certified(Contracts.TenPercent with { ResidualPlace = proposed }, 471.11m, Place(truth)));
        var proposal = Assert.Single(answer.Proposals);
        Assert.Equal([ReplayTerm.Rounding], proposal.Changed);
        Assert.Equal(truth, proposal.Terms.ResidualPlace);
        Assert.True(proposal.ExplainsAll);
    }

    // At 5 percent the lines hold 235.55, and the header 235.54: the first line holds a cent less.
    [Fact]
    public void A_rate_is_proposed_with_the_place_of_its_rounding_difference()
    {
        decimal[] held = [61.72m, 49.38m, 16.67m, 2.40m, 0.36m, 0.00m, 105.01m];
        var answer = ReplayAnswer.Of(Certified(Contracts.TenPercent, 235.54m, held));
        Assert.Equal(1, answer.Now.Stopped);
        Assert.Equal([ReplayTerm.Retainage, ReplayTerm.Rounding], answer.Proposals[0].Changed);
        Assert.Equal(
            (new RetainageTerms.Flat(0.05m), ResidualPlace.FirstLine),
            ((RetainageTerms.Flat)answer.Proposals[0].Terms.Retainage!, answer.Proposals[0].Terms.ResidualPlace!.Value)
        );
        Assert.True(answer.Proposals[0].ExplainsAll);

        // The rate alone leaves two lines with a cent each, and is still closer than what was proposed.
        Assert.Equal([ReplayTerm.Retainage], answer.Proposals[1].Changed);
        Assert.Equal((0.02m, false), (answer.Proposals[1].Result.Gap, answer.Proposals[1].ExplainsAll));
    }

    // Without previous work on the line, 500.00 of stored materials are work by themselves or are gone.
    [Fact]
    public void Stored_materials_that_move_are_tried_where_the_source_does_not_show_it()
    {
        var first = Contracts.Line("1", null, 0m, 1_000m, 500m);
        var second = Contracts.Line("1", null, null, 1_000m);
        ReplayApplication[] entries =
        [
            new ReplayApplication(Contracts.TenPercent, Contracts.Application(1, first)) { Paid = 1_350m },
            new ReplayApplication(Contracts.TenPercent, Contracts.Application(2, second)) { Paid = 900m },
        ];
        var answer = ReplayAnswer.Of(new ReplayHistory { Ledger = Ledger, Applications = entries });
        Assert.Equal([new ReplayDifference(2, ReplayFigure.Payment, null, 450m, 900m)], answer.Now.Differences);
        var proposal = answer.Proposals[0];
        Assert.Equal([ReplayTerm.StoredMaterials], proposal.Changed);
        Assert.Equal((StoredMaterials.AutoMove, true), (proposal.Terms.StoredMaterials, proposal.ExplainsAll));
    }

    [Fact]
    public void Terms_that_Oracle_cannot_withhold_are_proposed_with_PowerIntegration_as_keeper()
    {
        var oracle = Contracts.TenPercent with { RetainageKeeper = RetainageKeeper.Oracle };
        var split = ReplayAnswer.Of(Held(oracle, new ToDate(1_000m, 500m, 125m), new ToDate(2_000m, 200m, 210m))).Proposals[0];
        Assert.Equal([ReplayTerm.Retainage, ReplayTerm.Keeper], split.Changed);
        Assert.Equal((RetainageTerms)new RetainageTerms.Split(0.1m, 0.05m), split.Terms.Retainage);

        var capped = ReplayAnswer.Of(Held(oracle, new ToDate(1_000m, 0m, 100m), new ToDate(2_000m, 0m, 150m))).Proposals[0];
        Assert.Equal([ReplayTerm.Cap, ReplayTerm.Keeper], capped.Changed);
        Assert.Equal(RetainageKeeper.Us, capped.Terms.RetainageKeeper);

        var flat = ReplayAnswer.Of(Held(oracle, new ToDate(1_000m, 0m, 50m), new ToDate(2_000m, 0m, 100m))).Proposals[0];
        Assert.Equal([ReplayTerm.Retainage], flat.Changed);
        Assert.Equal(oracle with { Retainage = new RetainageTerms.Flat(0.05m) }, flat.Terms);

        var none = ReplayAnswer.Of(Held(oracle, new ToDate(1_000m, 0m, 0m), new ToDate(2_000m, 0m, 0m))).Proposals[0];
        Assert.Equal([ReplayTerm.Retainage], none.Changed);
        Assert.Equal(oracle with { Retainage = new RetainageTerms.None(null) }, none.Terms);
    }

    [Fact]
    public void At_most_three_terms_are_proposed() =>
        Assert.Equal(
            3,
            ReplayAnswer
                .Of(
                    Held(
                        Contracts.Terms(new RetainageTerms.Flat(0.5m)),
                        new ToDate(1_000m, 0m, 50m),
                        new ToDate(2_000m, 0m, 120m),
                        new ToDate(3_000m, 0m, 210m),
                        new ToDate(4_000m, 0m, 320m)
                    )
                )
                .Proposals.Count
        );

    // The contract is billed 5 percent above 4,000.00, or 5 percent from application 2 on, or 10 percent up to 500.00.
    [Fact]
    public void Different_kinds_of_terms_that_explain_the_same_are_proposed_together()
    {
        var answer = ReplayAnswer.Of(Paid(new ToDate(4_000m, 0m, 400m), new ToDate(6_000m, 0m, 500m)));
        Assert.Equal(
            [
                "retainage is at most 5 percent of the contract sum to date",
                "retainage is 10 percent, and 5 percent of what is billed above 40 percent of the contract sum",
                "retainage is 10 percent, and 5 percent of what is billed from the application that reaches 50 percent of the contract sum",
            ],
            answer.Proposals.Select(ReplayWords.Of)
        );
        Assert.All(answer.Proposals, proposal => Assert.True(proposal.ExplainsAll));

        var capped = ReplayAnswer.Of(Paid(new ToDate(2_000m, 0m, 200m), new ToDate(6_000m, 0m, 475m)).From(9_500m));
        Assert.Equal([LimitBase.RevisedSum, LimitBase.OriginalSum], capped.Proposals.Take(2).Select(proposal => proposal.Terms.RetainageCap!.Base));
    }

    // 99.00 and 201.00 are a dollar each from 10 percent. 10.05 percent leaves 1.50 on one application; 9.9 percent leaves 3.00 on one.
    [Fact]
    public void Fewer_differences_that_are_larger_are_no_better_explanation()
    {
        var answer = ReplayAnswer.Of(Held(new ToDate(1_000m, 0m, 99m), new ToDate(2_000m, 0m, 201m)));
        Assert.Equal((2m, 2), (answer.Now.Gap, answer.Now.Differing));
        var proposal = Assert.Single(answer.Proposals);
        Assert.Equal(new RetainageTerms.Flat(0.1005m), proposal.Terms.Retainage);
        Assert.Equal((1.5m, 1), (proposal.Result.Gap, proposal.Result.Differing));
    }

    [Fact]
    public void The_first_application_that_no_terms_explain_is_named()
    {
        var history = Paid(new ToDate(1_000m, 0m, 100m), new ToDate(2_000m, 0m, 200m), new ToDate(3_000m, 0m, 300m));
        Assert.Equal(2, ReplayAnswer.Of(Less(Less(history, 1, 120m), 2, 35m)).FirstUnexplained);
    }

    // A payment that nothing explains is left beside each of the right changes; a further change without an effect is not proposed with them.
    [Fact]
    public void A_change_without_an_effect_is_not_proposed_where_something_is_left_either()
    {
        ToDate[] flat = [new ToDate(1_000m, 0m, 100m), new ToDate(2_000m, 0m, 200m), new ToDate(3_000m, 0m, 300m)];
        var oracle = Contracts.TenPercent with { RetainageKeeper = RetainageKeeper.Oracle };
        var place = Certified(Contracts.TenPercent with { ResidualPlace = ResidualPlace.FirstLine }, 471.11m, ByLargest);
        ReplayHistory[] histories =
        [
            Less(Paid(Capped(0.10m), flat), 2, 120m),
            Less(place, 0, 120m),
            Less(Held(oracle, new ToDate(1_000m, 500m, 125m), new ToDate(2_000m, 200m, 210m)), 1, 120m),
            Less(
                Paid(
                    Contracts.TenPercent with
                    {
                        StoredMaterials = StoredMaterials.AutoMove,
                    },
                    new ToDate(1_000m, 500m, 150m),
                    new ToDate(2_000m, 0m, 200m),
                    new ToDate(3_000m, 0m, 300m)
                ),
                2,
                120m
            ),
        ];
        ReplayTerm[] right = [ReplayTerm.Cap, ReplayTerm.Rounding, ReplayTerm.Keeper, ReplayTerm.StoredMaterials];
        for (var index = 0; index < histories.Length; index++)
        {
            var proposals = ReplayAnswer.Of(histories[index]).Proposals;
            Assert.Contains(right[index], proposals[0].Changed);
            Assert.DoesNotContain(
                proposals,
                one =>
                    proposals.Any(other =>
                        other.Result.Gap == one.Result.Gap
                        && Equals(other.Terms.Retainage, one.Terms.Retainage)
                        && other.Changed.ToHashSet().IsProperSubsetOf(one.Changed)
                    )
            );
        }
    }

    private static ReplayHistory Less(ReplayHistory history, int index, decimal amount) =>
        history with
        {
            Applications =
            [
                .. history.Applications.Select(
                    (entry, position) => position == index ? entry with { Paid = (entry.Paid ?? 1_000m) - amount } : entry
                ),
            ],
        };

    private static ContractTerms Capped(decimal rate) =>
        Contracts.Terms(new RetainageTerms.Flat(rate)) with
        {
            RetainageCap = new RetainageLimit(LimitBase.Amount, 150m),
        };

    private static decimal[] Place(ResidualPlace place) =>
        place switch
        {
            ResidualPlace.LargestLine => ByLargest,
            ResidualPlace.FirstLine => ByFirst,
            _ => ByRemainder,
        };

    private static ReplayHistory Certified(ContractTerms terms, decimal retainage, decimal[] held)
    {
        var application = Contracts.Application(1, [.. Amounts.Select((amount, index) => Contracts.Line("L" + (index + 1), 5_000m, 0m, amount))]) with
        {
            Header = new CertifiedHeader
            {
                GrossToDate = 4_711.05m,
                RetainageToDate = retainage,
                PreviousCertificates = 0m,
                PaymentDue = 4_711.05m - retainage,
            },
        };
        var entry = new ReplayApplication(terms, application)
        {
            Paid = 4_711.05m - retainage,
            Held = [.. held.Select((amount, index) => new HeldOnLine("L" + (index + 1), amount))],
        };
        return new ReplayHistory { Ledger = Contracts.Ledger(35_000m), Applications = [entry] };
    }
}
