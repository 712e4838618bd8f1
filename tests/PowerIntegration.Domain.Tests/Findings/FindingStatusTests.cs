using PowerIntegration.Domain.Findings;
using Xunit;

namespace PowerIntegration.Domain.Tests.Findings;

public sealed class FindingStatusTests
{
    private static readonly DateTime Monday = new(2025, 11, 3, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Tuesday = Monday.AddDays(1);

    [Fact]
    public void A_cause_that_is_seen_for_the_first_time_opens_a_finding() =>
        Assert.Equal(new FindingStatus(FindingState.Open, 5m, null, Monday, null), FindingStatus.Seen(null, 5m, Monday));

    [Fact]
    public void A_cause_that_is_seen_again_keeps_its_beginning_and_who_acknowledged_it()
    {
        var acknowledged = FindingStatus.Seen(null, 5m, Monday).Acknowledge(Monday);
        Assert.Equal(new FindingStatus(FindingState.Acknowledged, 7m, null, Monday, null), FindingStatus.Seen(acknowledged, 7m, Tuesday));
    }

    [Fact]
    public void A_cause_that_comes_back_after_the_finding_was_closed_opens_it_anew()
    {
        var closed = FindingStatus.Seen(null, null, Monday).WithoutCause(Monday);
        Assert.Equal(new FindingStatus(FindingState.Open, null, null, Tuesday, null), FindingStatus.Seen(closed, null, Tuesday));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Without_money_a_finding_closes_with_its_cause(int? amount)
    {
        var closed = FindingStatus.Seen(null, amount, Monday).WithoutCause(Tuesday);
        Assert.Equal((FindingState.Closed, Tuesday, Tuesday), (closed.State, closed.CauseGoneOn, closed.ClosedOn));
    }

    [Fact]
    public void With_money_a_finding_waits_for_somebody_to_have_seen_it()
    {
        var waiting = FindingStatus.Seen(null, -5m, Monday).WithoutCause(Tuesday);
        Assert.Equal((FindingState.Open, Tuesday, null), (waiting.State, waiting.CauseGoneOn, waiting.ClosedOn));
        Assert.Equal(waiting, waiting.WithoutCause(Tuesday.AddDays(1)));
        Assert.Equal(FindingState.Closed, waiting.Acknowledge(Tuesday).State);
    }

    [Fact]
    public void A_finding_that_was_seen_closes_when_its_cause_goes()
    {
        var acknowledged = FindingStatus.Seen(null, 5m, Monday).Acknowledge(Monday);
        Assert.Equal(FindingState.Acknowledged, acknowledged.State);
        Assert.Equal(FindingState.Closed, acknowledged.WithoutCause(Tuesday).State);
    }

    [Fact]
    public void A_closed_finding_is_not_acknowledged_again()
    {
        var closed = FindingStatus.Seen(null, null, Monday).WithoutCause(Monday);
        Assert.Same(closed, closed.Acknowledge(Tuesday));
    }
}
