using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Approvals;

/// <summary>The day on which something happens where the project is.</summary>
public static class ApprovalDay
{
    /// <summary>The day of an instant in a time zone.</summary>
    /// <param name="instant">Instant, UTC.</param>
    /// <param name="timeZone">Windows name of the zone, such as <c>Central Standard Time</c>; empty for UTC.</param>
    /// <exception cref="InvalidOperationException">The machine does not know the zone.</exception>
    public static CalendarDate Of(DateTime instant, string? timeZone)
    {
        var utc = DateTime.SpecifyKind(instant, DateTimeKind.Utc);
        return CalendarDate.FromDateTime(string.IsNullOrWhiteSpace(timeZone) ? utc : TimeZoneInfo.ConvertTimeFromUtc(utc, Zone(timeZone!)));
    }

    /// <summary>True where the name is one of a zone, or empty.</summary>
    public static bool IsKnown(string? timeZone) => string.IsNullOrWhiteSpace(timeZone) || Find(timeZone!) is not null;

    private static TimeZoneInfo Zone(string name) =>
        Find(name)
        ?? throw new InvalidOperationException(
            $"'{name}' is not a time zone. Ask the mapping administrator to correct the time zone of the project, for example to Central "
                + $"Standard Time."
        );

    private static TimeZoneInfo? Find(string name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name.Trim());
        }
        catch (TimeZoneNotFoundException)
        {
            return null;
        }
        catch (InvalidTimeZoneException)
        {
            return null;
        }
    }
}
