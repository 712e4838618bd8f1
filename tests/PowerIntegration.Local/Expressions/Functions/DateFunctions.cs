using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Functions over times in UTC.</summary>
internal static class DateFunctions
{
    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        table.Add("utcNow", 0, 1, arguments => Timestamps.Write(arguments, arguments.Scope.UtcNow.UtcDateTime, 0));
        table.Add("formatDateTime", 1, 3, arguments => Timestamps.Write(arguments, Timestamps.Utc(arguments, 0), 1, 2));
        table.Add("parseDateTime", 1, 3, Parse);
        foreach (var (name, unit) in new[] { ("addSeconds", "Second"), ("addMinutes", "Minute"), ("addHours", "Hour"), ("addDays", "Day") })
        {
            table.Add(
                name,
                2,
                3,
                arguments => Timestamps.Write(arguments, Timestamps.Add(arguments, Timestamps.Utc(arguments, 0), arguments.Integer(1), unit), 2)
            );
        }

        table.Add(
            "addToTime",
            3,
            4,
            arguments =>
                Timestamps.Write(arguments, Timestamps.Add(arguments, Timestamps.Utc(arguments, 0), arguments.Integer(1), arguments.Text(2)), 3)
        );
        table.Add(
            "subtractFromTime",
            3,
            4,
            arguments =>
                Timestamps.Write(arguments, Timestamps.Add(arguments, Timestamps.Utc(arguments, 0), -arguments.Integer(1), arguments.Text(2)), 3)
        );
        table.Add(
            "getFutureTime",
            2,
            3,
            arguments =>
                Timestamps.Write(arguments, Timestamps.Add(arguments, arguments.Scope.UtcNow.UtcDateTime, arguments.Integer(0), arguments.Text(1)), 2)
        );
        table.Add(
            "getPastTime",
            2,
            3,
            arguments =>
                Timestamps.Write(
                    arguments,
                    Timestamps.Add(arguments, arguments.Scope.UtcNow.UtcDateTime, -arguments.Integer(0), arguments.Text(1)),
                    2
                )
        );
        StartOf(table, "startOfDay", time => time.Date);
        StartOf(table, "startOfHour", time => time.Date.AddHours(time.Hour));
        StartOf(table, "startOfMonth", time => new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Utc));
        Part(table, "dayOfWeek", time => (int)time.DayOfWeek);
        Part(table, "dayOfMonth", time => time.Day);
        Part(table, "dayOfYear", time => time.DayOfYear);
        Part(table, "ticks", time => time.Ticks);
        table.Add(
            "dateDifference",
            2,
            2,
            arguments =>
                (Timestamps.Utc(arguments, 1) - Timestamps.Utc(arguments, 0)).ToString("c", System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    private static void StartOf(FunctionTable table, string name, Func<DateTime, DateTime> start) =>
        table.Add(name, 1, 2, arguments => Timestamps.Write(arguments, start(Timestamps.Utc(arguments, 0)), 1));

    private static void Part(FunctionTable table, string name, Func<DateTime, long> read) =>
        table.Add(name, 1, 1, arguments => read(Timestamps.Utc(arguments, 0)));

    private static JsonNode Parse(FunctionArguments arguments)
    {
        var culture = Cultures.Find(arguments.OptionalText(1) ?? Cultures.Default);
        var text = arguments.Text(0);
        const System.Globalization.DateTimeStyles Style =
            System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal;
        var isRead = arguments.OptionalText(2) is { } format
            ? DateTime.TryParseExact(text, format, culture, Style, out var time)
            : DateTime.TryParse(text, culture, Style, out time);
        return isRead
            ? time.ToString("o", System.Globalization.CultureInfo.InvariantCulture)
            : throw arguments.Wrong(0, "a timestamp in the given locale and format");
    }
}
