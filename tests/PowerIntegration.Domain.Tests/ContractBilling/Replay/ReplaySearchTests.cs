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
        var history = Paid(Capped(0.10m), new ToDate(1_000m, 0m, 100m), new ToDate(2_000m, 0m, 175m), new ToDate(3_000m, 0m, 240m));
        Assert.True(ReplayAnswer.Of(history).Tries > 4);

        var first = history.Applications[0].Application;
        var filler = Contracts.Application(0, [.. Enumerable.Repeat(first.Lines[0], lines - 2)]) with { Status = ApplicationStatus.Void };
        var many = history with { Applications = [new ReplayApplication(Capped(0.10m), filler), .. history.Applications] };
        Assert.Equal(tries, ReplayAnswer.Of(many).Tries);
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
