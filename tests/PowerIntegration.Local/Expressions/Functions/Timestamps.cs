using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Reads and writes times as text.</summary>
internal static class Timestamps
{
    private const string RoundTrip = "o";

    /// <summary>Reads a timestamp argument; without an offset it is UTC.</summary>
    public static DateTime Utc(FunctionArguments arguments, int index) =>
        DateTimeOffset.TryParse(
            arguments.Text(index),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var parsed
        )
            ? parsed.UtcDateTime
            : throw arguments.Wrong(index, "a timestamp");

    /// <summary>Reads a timestamp argument as a wall-clock time, whatever zone it names.</summary>
    public static DateTime WallClock(FunctionArguments arguments, int index) => DateTime.SpecifyKind(Utc(arguments, index), DateTimeKind.Unspecified);

    /// <summary>Writes a time; without a format in the round-trip form with seven digits.</summary>
    /// <param name="arguments">The call.</param>
    /// <param name="time">UTC ends in Z; a wall-clock time ends without a zone.</param>
    /// <param name="formatIndex">Which argument holds the format.</param>
    /// <param name="localeIndex">Which argument holds the locale; negative when the function takes none.</param>
    public static JsonNode Write(FunctionArguments arguments, DateTime time, int formatIndex, int localeIndex = -1)
    {
        var format = arguments.OptionalText(formatIndex) ?? RoundTrip;
        var culture = localeIndex >= 0 && arguments.OptionalText(localeIndex) is { } locale ? Cultures.Find(locale) : Cultures.Find(Cultures.Default);
        try
        {
            return time.ToString(format.Length == 0 ? RoundTrip : format, culture);
        }
        catch (FormatException failure)
        {
            throw arguments.Failure($"cannot use the format '{format}'", failure);
        }
    }

    /// <summary>Adds a number of units to a time.</summary>
    /// <param name="arguments">The call.</param>
    /// <param name="time">The time.</param>
    /// <param name="count">How many; negative goes back.</param>
    /// <param name="unit">Second, Minute, Hour, Day, Week, Month or Year.</param>
    public static DateTime Add(FunctionArguments arguments, DateTime time, long count, string unit)
    {
        try
        {
            return unit.ToUpperInvariant() switch
            {
                "SECOND" => time.AddTicks(checked(count * TimeSpan.TicksPerSecond)),
                "MINUTE" => time.AddTicks(checked(count * TimeSpan.TicksPerMinute)),
                "HOUR" => time.AddTicks(checked(count * TimeSpan.TicksPerHour)),
                "DAY" => time.AddTicks(checked(count * TimeSpan.TicksPerDay)),
                "WEEK" => time.AddTicks(checked(count * 7 * TimeSpan.TicksPerDay)),
                "MONTH" => time.AddMonths(checked((int)count)),
                "YEAR" => time.AddYears(checked((int)count)),
                _ => throw arguments.Failure($"does not support the time unit '{unit}'"),
            };
        }
        catch (Exception failure) when (failure is OverflowException or ArgumentOutOfRangeException)
        {
            throw arguments.Failure($"cannot move {time:o} by {count} {unit}", failure);
        }
    }
}
