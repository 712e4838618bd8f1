using PowerIntegration.Local.Flows.Definition;
using PowerIntegration.Local.Flows.Triggers;
using Xunit;

namespace PowerIntegration.Local.Tests.Flows.Triggers;

public sealed class RecurrenceTests
{
    [Theory]
    [InlineData("Minute", 5, "2025-11-30T09:00Z", "2025-11-30T09:00Z", "2025-11-30T09:05Z")]
    [InlineData("Minute", 5, "2025-11-30T09:00Z", "2025-11-30T09:14:59Z", "2025-11-30T09:15Z")]
    [InlineData("Hour", 6, "2025-11-30T09:00Z", "2025-12-01T08:00Z", "2025-12-01T09:00Z")]
    [InlineData("Day", 1, "2025-11-30T09:00Z", "2025-12-04T10:00Z", "2025-12-05T09:00Z")]
    [InlineData("Week", 2, "2025-11-30T09:00Z", "2025-12-01T09:00Z", "2025-12-14T09:00Z")]
    [InlineData("Month", 1, "2025-01-31T09:00Z", "2025-02-01T09:00Z", "2025-02-28T09:00Z")]
    [InlineData("Month", 1, "2025-01-31T09:00Z", "2025-02-28T09:00Z", "2025-03-31T09:00Z")]
    public void Intervals_are_counted_from_the_start(string frequency, int interval, string start, string after, string expected) =>
        Assert.Equal(Time(expected), RecurrenceSchedule.After(Recurrence(frequency, interval, start), Time(start), Time(after)));

    [Theory]
    [InlineData("Day", "2025-11-30T09:00Z", "2025-11-30T15:00Z", "2025-12-01T14:15Z")]
    [InlineData("Day", "2025-07-01T00:00Z", "2025-07-01T00:00Z", "2025-07-01T13:15Z")]
    [InlineData("Week", "2025-11-30T09:00Z", "2025-11-30T09:00Z", "2025-12-01T14:15Z")]
    public void Schedules_follow_the_clock_of_their_zone(string frequency, string start, string after, string expected)
    {
        var days = frequency == "Week" ? new[] { DayOfWeek.Monday } : [];
        var recurrence = new RecurrenceDefinition(
            frequency,
            1,
            Time(start),
            TimeZoneInfo.FindSystemTimeZoneById("Central Standard Time"),
            [8],
            [15],
            days
        );

        Assert.Equal(Time(expected), RecurrenceSchedule.After(recurrence, Time(start), Time(after)));
    }

    [Fact]
    public async Task A_recurrence_without_start_fires_when_the_flow_is_turned_on_and_windows_that_passed_are_not_made_up_for()
    {
        var lab = new FlowLab();
        using var runtime = lab.Runtime(
            FlowLab.Define(
                """{"A":{"type":"Compose","inputs":1}}""",
                """{"r":{"type":"Recurrence","recurrence":{"frequency":"Minute","interval":5}}}"""
            )
        );
        var on = lab.Clock.GetUtcNow();
        var fired = new List<int> { await runtime.RunDueAsync(TestContext.Current.CancellationToken) };

        lab.Clock.Advance(TimeSpan.FromMinutes(4));
        fired.Add(await runtime.RunDueAsync(TestContext.Current.CancellationToken));
        Assert.Equal(on.AddMinutes(5), runtime.NextDue);
        lab.Clock.AdvanceTo(runtime.NextDue!.Value);
        fired.Add(await runtime.RunDueAsync(TestContext.Current.CancellationToken));
        lab.Clock.Advance(TimeSpan.FromHours(1));
        fired.Add(await runtime.RunDueAsync(TestContext.Current.CancellationToken));

        Assert.Equal([1, 0, 1, 1], fired);
        Assert.Equal(on.AddMinutes(70), runtime.NextDue);
    }

    [Fact]
    public async Task A_run_that_waits_longer_than_the_interval_does_not_fire_its_own_recurrence_in_the_same_pass()
    {
        var lab = new FlowLab();
        using var runtime = lab.Runtime(
            FlowLab.Define(
                """{"A":{"type":"Wait","inputs":{"interval":{"count":15,"unit":"Minute"}}}}""",
                """{"r":{"type":"Recurrence","recurrence":{"frequency":"Minute","interval":5}}}"""
            )
        );

        Assert.Equal(1, await runtime.RunDueAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await runtime.RunDueAsync(TestContext.Current.CancellationToken));
    }

    private static RecurrenceDefinition Recurrence(string frequency, int interval, string start) =>
        new(frequency, interval, Time(start), TimeZoneInfo.Utc, [], [], []);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
