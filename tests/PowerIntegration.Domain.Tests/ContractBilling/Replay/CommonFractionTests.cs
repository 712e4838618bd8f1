using PowerIntegration.Domain.ContractBilling.Replay;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Replay;

/// <summary>The roundest rate or threshold that a rounded figure allows.</summary>
public sealed class CommonFractionTests
{
    [Fact]
    public void The_roundest_fraction_within_the_tolerance_is_taken()
    {
        Assert.Equal(0.5m, CommonFraction.Near(0.5m, 0m));
        Assert.Equal(0.75m, CommonFraction.Near(0.75m, 0m));
        Assert.Equal(0.1m, CommonFraction.Near(0.1m, 0m));
        Assert.Equal(0.15m, CommonFraction.Near(0.15m, 0m));
        Assert.Equal(0.075m, CommonFraction.Near(0.075m, 0m));
        Assert.Equal(0.07m, CommonFraction.Near(0.07m, 0m));
        Assert.Equal(0.065m, CommonFraction.Near(0.065m, 0m));
        Assert.Equal(0.0625m, CommonFraction.Near(0.0625m, 0m));
        Assert.Equal(0.083m, CommonFraction.Near(0.083m, 0m));
        Assert.Equal(0.0335m, CommonFraction.Near(0.0335m, 0m));
        Assert.Equal(0.0333m, CommonFraction.Near(0.0333m, 0m));

        // 0.0737 is 0.0013 from 0.075, and 0.0002 from 0.0735.
        Assert.Equal(0.075m, CommonFraction.Near(0.0737m, 0.0013m));
        Assert.Equal(0.0735m, CommonFraction.Near(0.0737m, 0.0002m));
        Assert.Equal(0.0737m, CommonFraction.Near(0.0737m, 0.0001m));
    }

    [Fact]
    public void A_fraction_finer_than_a_hundredth_of_a_percent_is_none()
    {
        Assert.Null(CommonFraction.Near(0.07331m, 0m));
        Assert.Equal(0.0733m, CommonFraction.Near(0.07331m, 0.00001m));
    }

    [Fact]
    public void Fractions_lie_from_nothing_to_the_whole()
    {
        Assert.Equal(0m, CommonFraction.Near(0m, 0m));
        Assert.Equal(0m, CommonFraction.Near(-0.01m, 0.01m));
        Assert.Null(CommonFraction.Near(-0.1m, 0m));
        Assert.Equal(1m, CommonFraction.Near(1m, 0m));
        Assert.Equal(1m, CommonFraction.Near(1.2m, 0.2m));
        Assert.Null(CommonFraction.Near(1.2m, 0m));
    }

    [Fact]
    public void A_threshold_between_two_figures_is_the_roundest_or_the_middle()
    {
        Assert.Equal([0.5m, 0.505m, 0.505m], CommonFraction.Thresholds(0.48m, 0.53m));

        // Half is 0.05 from the middle, and the figures are 0.06 apart.
        Assert.Equal([0.55m, 0.55m, 0.55m], CommonFraction.Thresholds(0.52m, 0.58m));

        // The middle is 0.3864157: no round fraction lies between, and the five and six decimals of it are proposed.
        Assert.Equal([0.38642m, 0.386416m], CommonFraction.Thresholds(0.3864155m, 0.3864159m));
    }

    [Fact]
    public void A_threshold_is_above_nothing_and_not_above_the_whole()
    {
        Assert.Equal([1m, 1m, 1m], CommonFraction.Thresholds(1m, 1m));
        Assert.Equal([1m], CommonFraction.Thresholds(1.000001m, 1.000001m));
        Assert.Equal([0.000003m], CommonFraction.Thresholds(0.000003m, 0.000003m));
        Assert.Empty(CommonFraction.Thresholds(0.0000003m, 0.0000003m));
    }

    [Fact]
    public void The_nearest_fraction_has_hundredths_of_a_percent()
    {
        Assert.Equal(0.1235m, CommonFraction.Nearest(0.12345m));
        Assert.Equal(0.1234m, CommonFraction.Nearest(0.12344m));
    }

    [Fact]
    public void Between_two_figures_the_second_is_included_and_the_first_is_not()
    {
        Assert.Equal(0.5m, CommonFraction.Between(0.45m, 0.55m));
        Assert.Equal(0.5m, CommonFraction.Between(0.45m, 0.5m));
        Assert.Equal(0.6m, CommonFraction.Between(0.5m, 0.6m));
        Assert.Equal(0.51m, CommonFraction.Between(0.5m, 0.512m));
        Assert.Equal(0.5001m, CommonFraction.Between(0.5m, 0.5001m));
        Assert.Null(CommonFraction.Between(0.5m, 0.50005m));
        Assert.Equal(1m, CommonFraction.Between(0.95m, 1.2m));
        Assert.Null(CommonFraction.Between(1m, 1.5m));
    }
}
