using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs.Coverage;

/// <summary>The days on which open work needs a coding: the expenditure item date of a cost is the end of its period.</summary>
public static class CoverageDays
{
    /// <summary>The last day of each month from one day to another, and the last day itself.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day; the only one where it is not after the first.</param>
    public static IReadOnlyList<CalendarDate> Between(CalendarDate from, CalendarDate to)
    {
        var days = new List<CalendarDate>();
        for (var day = EndOfMonth(from); day < to; day = EndOfMonth(day.AddDays(1)))
        {
            days.Add(day);
        }

        days.Add(to);
        return days;
    }

    private static CalendarDate EndOfMonth(CalendarDate day)
    {
        var date = day.ToDateTime();
        return new CalendarDate(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));
    }
}
