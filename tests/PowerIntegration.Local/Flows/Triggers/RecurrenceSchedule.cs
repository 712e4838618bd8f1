using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Triggers;

/// <summary>Computes when a recurrence fires. Windows that passed unseen are not made up for, as in the product.</summary>
public static class RecurrenceSchedule
{
    private const int DaysToSearch = 3700;

    /// <summary>The first firing of a flow that is turned on at a time.</summary>
    public static DateTimeOffset First(RecurrenceDefinition recurrence, DateTimeOffset turnedOn)
    {
        var anchor = recurrence.StartTime ?? turnedOn;
        var firesAtAnchor = anchor >= turnedOn && !recurrence.HasSchedule;
        return firesAtAnchor ? anchor : After(recurrence, anchor, turnedOn - TimeSpan.FromTicks(1));
    }

    /// <summary>The first firing after a time.</summary>
    /// <param name="recurrence">The recurrence.</param>
    /// <param name="anchor">From where intervals are counted.</param>
    /// <param name="time">The time.</param>
    public static DateTimeOffset After(RecurrenceDefinition recurrence, DateTimeOffset anchor, DateTimeOffset time)
    {
        if (time < anchor && !recurrence.HasSchedule)
        {
            return anchor;
        }

        return recurrence.Frequency switch
        {
            _ when recurrence.HasSchedule => Scheduled(recurrence, anchor, time),
            "Second" => Stepped(anchor, time, TimeSpan.FromSeconds(recurrence.Interval)),
            "Minute" => Stepped(anchor, time, TimeSpan.FromMinutes(recurrence.Interval)),
            "Hour" => Stepped(anchor, time, TimeSpan.FromHours(recurrence.Interval)),
            "Day" => OnCalendar(recurrence, anchor, time, (start, step) => start.AddDays(step * recurrence.Interval)),
            "Week" => OnCalendar(recurrence, anchor, time, (start, step) => start.AddDays(7 * step * recurrence.Interval)),
            _ => OnCalendar(recurrence, anchor, time, (start, step) => start.AddMonths(step * recurrence.Interval)),
        };
    }

    private static DateTimeOffset Stepped(DateTimeOffset anchor, DateTimeOffset time, TimeSpan period) =>
        anchor + (((time - anchor).Ticks / period.Ticks) + 1) * period;

    // Days, weeks and months keep the hour on the wall clock of the recurrence's zone when that clock changes.
    private static DateTimeOffset OnCalendar(
        RecurrenceDefinition recurrence,
        DateTimeOffset anchor,
        DateTimeOffset time,
        Func<DateTime, int, DateTime> step
    )
    {
        var start = TimeZoneInfo.ConvertTime(anchor, recurrence.TimeZone).DateTime;
        for (var number = 0; number <= DaysToSearch; number++)
        {
            if (ToUtc(step(start, number), recurrence.TimeZone) is var candidate && candidate > time)
            {
                return candidate;
            }
        }

        throw new InvalidOperationException(
            $"A recurrence from {anchor:u} has no firing after {time:u} within {DaysToSearch} steps. Give the flow a later start time."
        );
    }

    private static DateTimeOffset Scheduled(RecurrenceDefinition recurrence, DateTimeOffset anchor, DateTimeOffset time)
    {
        var start = TimeZoneInfo.ConvertTime(anchor, recurrence.TimeZone).DateTime;
        var from = TimeZoneInfo.ConvertTime(time > anchor ? time : anchor, recurrence.TimeZone).Date;
        var hours = recurrence.Hours.Count > 0 ? recurrence.Hours : [start.Hour];
        var minutes = recurrence.Minutes.Count > 0 ? recurrence.Minutes : [recurrence.Hours.Count > 0 ? 0 : start.Minute];
        for (var day = from; day <= from.AddDays(DaysToSearch); day = day.AddDays(1))
        {
            if (!IsDayOf(recurrence, start.Date, day))
            {
                continue;
            }

            var firings = from hour in hours from minute in minutes select ToUtc(day.AddHours(hour).AddMinutes(minute), recurrence.TimeZone);
            var next = firings.Where(firing => firing > time && firing >= anchor).Order().Take(1).ToList();
            if (next.Count > 0)
            {
                return next[0];
            }
        }

        throw new InvalidOperationException($"A scheduled recurrence from {anchor:u} has no firing after {time:u} within {DaysToSearch} days.");
    }

    private static bool IsDayOf(RecurrenceDefinition recurrence, DateTime start, DateTime day)
    {
        if (recurrence.Frequency == "Day")
        {
            return (day - start).Days % recurrence.Interval == 0;
        }

        var weeks = (day.AddDays(-(int)day.DayOfWeek) - start.AddDays(-(int)start.DayOfWeek)).Days / 7;
        var isDay = recurrence.WeekDays.Count > 0 ? recurrence.WeekDays.Contains(day.DayOfWeek) : day.DayOfWeek == start.DayOfWeek;
        return isDay && weeks % recurrence.Interval == 0;
    }

    // A time that the clock change skips fires as much later as the clock was put forward.
    private static DateTimeOffset ToUtc(DateTime wallClock, TimeZoneInfo zone)
    {
        var existing = zone.IsInvalidTime(wallClock) ? wallClock.AddHours(1) : wallClock;
        return new DateTimeOffset(DateTime.SpecifyKind(existing, DateTimeKind.Unspecified), zone.GetUtcOffset(existing)).ToUniversalTime();
    }
}
