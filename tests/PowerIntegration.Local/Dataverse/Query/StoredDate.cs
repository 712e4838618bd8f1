using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>The form in which a date is stored: UTC to the second, a bare date, or an unzoned time.</summary>
internal static class StoredDate
{
    public static DateTime Of(DateBehavior behavior, DateTime value) =>
        behavior switch
        {
            DateBehavior.DateOnly => DateTime.SpecifyKind(value.Date, DateTimeKind.Unspecified),
            DateBehavior.TimeZoneIndependent => DateTime.SpecifyKind(ToSecond(value), DateTimeKind.Unspecified),
            // A time without a zone counts as UTC: the integration's users have no time zone of their own.
            _ => DateTime.SpecifyKind(ToSecond(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value), DateTimeKind.Utc),
        };

    private static DateTime ToSecond(DateTime value) => value.AddTicks(-(value.Ticks % TimeSpan.TicksPerSecond));
}
