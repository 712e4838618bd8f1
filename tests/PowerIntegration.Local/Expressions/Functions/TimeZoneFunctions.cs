using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Functions between time zones, named as Windows names them. A time that is not UTC is written without a zone.</summary>
internal static class TimeZoneFunctions
{
    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        table.Add("convertFromUtc", 2, 3, arguments => Timestamps.Write(arguments, FromUtc(Timestamps.Utc(arguments, 0), Zone(arguments, 1)), 2));
        table.Add(
            "convertToUtc",
            2,
            3,
            arguments => Timestamps.Write(arguments, ToUtc(arguments, Timestamps.WallClock(arguments, 0), Zone(arguments, 1)), 2)
        );
        table.Add("convertTimeZone", 3, 4, ConvertZone);
    }

    private static JsonNode ConvertZone(FunctionArguments arguments)
    {
        var utc = ToUtc(arguments, Timestamps.WallClock(arguments, 0), Zone(arguments, 1));
        return Timestamps.Write(arguments, FromUtc(utc, Zone(arguments, 2)), 3);
    }

    private static DateTime FromUtc(DateTime utc, TimeZoneInfo zone) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, zone), DateTimeKind.Unspecified);

    private static DateTime ToUtc(FunctionArguments arguments, DateTime wallClock, TimeZoneInfo zone) =>
        zone.IsInvalidTime(wallClock)
            ? throw arguments.Failure($"cannot convert {wallClock:s}, which the clock change skips in '{zone.Id}'")
            : TimeZoneInfo.ConvertTimeToUtc(wallClock, zone);

    private static TimeZoneInfo Zone(FunctionArguments arguments, int index)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(arguments.Text(index));
        }
        catch (Exception failure) when (failure is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw arguments.Failure($"does not have the time zone '{arguments.Text(index)}' on this machine", failure);
        }
    }
}
