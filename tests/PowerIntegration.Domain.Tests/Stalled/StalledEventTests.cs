using PowerIntegration.Domain.Stalled;
using Xunit;

namespace PowerIntegration.Domain.Tests.Stalled;

public sealed class StalledEventTests
{
    private static readonly DateTime Now = new(2025, 11, 4, 15, 0, 0, DateTimeKind.Utc);

    private static readonly StalledEvent Failed = new()
    {
        Id = new Guid("00000000-0000-0000-0000-000000000001"),
        Name = "Subcontractor invoice 41",
        IsFailed = true,
        ModifiedOn = Now.AddHours(-2),
        Attempts = 5,
        NextTryOn = Now.AddHours(2),
    };

    [Fact]
    public void A_failed_event_waits_for_its_next_try() => Assert.False(Failed.IsDue(Now));

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public void A_commitment_that_was_added_since_it_failed_makes_it_due_at_once(int hoursAgo, bool isDue) =>
        Assert.Equal(isDue, (Failed with { CauseAddedOn = Now.AddHours(-hoursAgo) }).IsDue(Now));

    [Fact]
    public void What_waits_for_its_record_to_be_corrected_is_not_tried_again()
    {
        var waiting = Failed with { NextTryOn = null, ModifiedOn = Now.AddDays(-1) };
        Assert.False(waiting.IsDue(Now));
        Assert.True((waiting with { IsFailed = false }).IsDue(Now));
        Assert.True((waiting with { CauseAddedOn = Now }).IsDue(Now));
    }

    [Fact]
    public void What_did_not_fail_waited_for_no_commitment() => Assert.False((Failed with { IsFailed = false, CauseAddedOn = Now }).IsDue(Now));
}
