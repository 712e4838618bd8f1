using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Tests.ContractBilling.Engine;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Replay;

/// <summary>How a replayed contract adds up, and how many figures a proposal asks for.</summary>
public sealed class ReplayProposalTests
{
    private static readonly RetainageTerms.Step Half = new(
        0.5m,
        0.1m,
        0.05m,
        StepReading.WholeBalance,
        BilledMeasure.CompletedAndStored,
        ContractSumBase.Revised
    );

    private static readonly ReplayedContract Explained = new()
    {
        Compared = 3,
        NotCompared = [],
        Differences = [],
        Stopped = 0,
        Rounded = 0m,
        Released = 0m,
    };

    public static TheoryData<RetainageTerms, int> Complexities =>
        new()
        {
            { new RetainageTerms.None(null), 0 },
            { new RetainageTerms.Flat(0.1m), 1 },
            { new RetainageTerms.Split(0.1m, 0.05m), 2 },
            { new RetainageTerms.SlidingScale([]), 2 },
            { new RetainageTerms.LumpSum(5m), 3 },
            { Half, 4 },
            { Half with { Measure = BilledMeasure.CompletedWork }, 5 },
            { Half with { Sum = ContractSumBase.Original }, 5 },
            { Half with { Measure = BilledMeasure.CompletedWork, Sum = ContractSumBase.Original }, 6 },
            // A whole percentage is a round figure; half a percent, and what has more decimals, is not.
            { Half with { Threshold = 0.37m }, 4 },
            { Half with { Threshold = 0.375m }, 6 },
            { Half with { Threshold = 0.386416m }, 6 },
        };

    [Theory]
    [MemberData(nameof(Complexities))]
    public void The_simpler_explanation_has_fewer_figures(RetainageTerms retainage, int figures)
    {
        var terms = Contracts.Terms(retainage);
        Assert.Equal(figures, new ReplayProposal([], terms, Explained).Complexity);
        var capped = terms with { RetainageCap = new RetainageLimit(LimitBase.Amount, 5m) };
        Assert.Equal(figures + 1, new ReplayProposal([], capped, Explained).Complexity);
    }

    [Fact]
    public void Differences_that_no_person_made_are_open()
    {
        var contract = Explained with
        {
            Differences =
            [
                new ReplayDifference(2, ReplayFigure.Payment, null, 100m, 130m),
                new ReplayDifference(2, ReplayFigure.LineRetainage, "1", 20m, 15m),
                new ReplayDifference(3, ReplayFigure.LineRetainage, "1", 20m, 19m) { IsOverridden = true },
                new ReplayDifference(3, ReplayFigure.LineRetainage, "2", 20m, 19m) { IsOverridden = true },
                new ReplayDifference(4, ReplayFigure.TotalRetainage, null, 20m, 23m),
                new ReplayDifference(5, ReplayFigure.Payment, null, null, 7m) { NotBilled = "Application 5 is not approved." },
            ],
        };
        Assert.False(contract.IsExplained);
        Assert.Equal(4, contract.Open.Count());
        Assert.Equal((37m, 8m, 45m), (contract.PaymentGap, contract.RetainageGap, contract.Gap));
        Assert.Equal(3, contract.Differing);
        Assert.Equal([3], contract.Overridden);
        Assert.Equal([-30m, 5m, 1m, 1m, -3m, -7m], contract.Differences.Select(difference => difference.Difference));

        Assert.True(Explained.IsExplained);
        Assert.Equal((0m, 0), (Explained.Gap, Explained.Differing));
        Assert.True(new ReplayProposal([], Contracts.TenPercent, Explained).ExplainsAll);
        Assert.False(new ReplayProposal([], Contracts.TenPercent, contract).ExplainsAll);
    }

    [Fact]
    public void An_application_is_compared_where_a_payment_or_retainage_is_known()
    {
        var entry = new ReplayApplication(Contracts.TenPercent, Contracts.Application(1));
        Assert.False(entry.IsCompared);
        Assert.True((entry with { Paid = 0m }).IsCompared);
        Assert.True((entry with { Held = [new HeldOnLine("1", 0m)] }).IsCompared);
    }
}
