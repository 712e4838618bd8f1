namespace PowerIntegration.Local.Flows.Definition;

/// <summary>When a recurrence trigger fires.</summary>
/// <param name="Frequency">Second, Minute, Hour, Day, Week or Month.</param>
/// <param name="Interval">Every how many of them; at least 1.</param>
/// <param name="StartTime">The first firing; null is the moment at which the flow is turned on.</param>
/// <param name="TimeZone">In which the schedule is meant.</param>
/// <param name="Hours">Hours of the day for Day and Week; empty means the hour of the start.</param>
/// <param name="Minutes">Minutes of the hour for Day and Week; empty means the minute of the start.</param>
/// <param name="WeekDays">Days of the week for Week; empty means the day of the start.</param>
public sealed record RecurrenceDefinition(
    string Frequency,
    int Interval,
    DateTimeOffset? StartTime,
    TimeZoneInfo TimeZone,
    IReadOnlyList<int> Hours,
    IReadOnlyList<int> Minutes,
    IReadOnlyList<DayOfWeek> WeekDays
)
{
    /// <summary>Whether the days and hours are listed instead of counted from the start.</summary>
    public bool HasSchedule => Hours.Count + Minutes.Count + WeekDays.Count > 0;
}
