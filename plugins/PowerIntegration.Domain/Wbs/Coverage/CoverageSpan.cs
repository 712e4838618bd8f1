using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Wbs.Coverage;

/// <summary>The first and the last day of a coverage proof.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, never before the first.</param>
public sealed record CoverageSpan(CalendarDate From, CalendarDate To)
{
    /// <summary>How far a proof looks ahead unless someone says otherwise: a year.</summary>
    public const int DaysAhead = 365;

    // Each month is proved for each code; a year that was mistyped would take hours.
    private const int YearsMax = 10;

    /// <summary>A year from a day.</summary>
    public static CoverageSpan YearFrom(CalendarDate day) => new(day, day.AddDays(DaysAhead));

    /// <summary>Reads what a person entered; null where a date cannot be used.</summary>
    /// <param name="first">First day; empty for today.</param>
    /// <param name="last">Last day; empty for a year after the first.</param>
    /// <param name="today">Today.</param>
    /// <param name="refusal">Which date cannot be used and why; null where both can.</param>
    public static CoverageSpan? Read(string? first, string? last, CalendarDate today, out Refusal? refusal)
    {
        var from = today;
        if (!string.IsNullOrEmpty(first) && !NamedDay.TryRead(first, out from, out var problem))
        {
            return Unusable($"The first date is '{first}', {problem}.", out refusal);
        }

        if (IsFar(from, today))
        {
            return Far("first", from, out refusal);
        }

        var to = from.AddDays(DaysAhead);
        if (!string.IsNullOrEmpty(last) && !NamedDay.TryRead(last, out to, out problem))
        {
            return Unusable($"The last date is '{last}', {problem}.", out refusal);
        }

        if (IsFar(to, today))
        {
            return Far("last", to, out refusal);
        }

        if (to < from)
        {
            return Unusable($"The last date {to} is before the first date {from}. Exchange them.", out refusal);
        }

        refusal = null;
        return new CoverageSpan(from, to);
    }

    private static bool IsFar(CalendarDate day, CalendarDate today) =>
        Math.Abs((day.ToDateTime() - today.ToDateTime()).TotalDays) > YearsMax * DaysAhead;

    private static CoverageSpan? Far(string which, CalendarDate day, out Refusal? refusal) =>
        Unusable($"The {which} date {day} is more than {YearsMax} years away. Choose one within {YearsMax} years of today.", out refusal);

    private static CoverageSpan? Unusable(string sentence, out Refusal? refusal)
    {
        refusal = new Refusal(SharedReasons.InputUnusable, sentence);
        return null;
    }
}
