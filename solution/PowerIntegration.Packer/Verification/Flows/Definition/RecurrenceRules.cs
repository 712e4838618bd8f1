using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Definition;

/// <summary>When a flow starts by the clock.</summary>
internal static class RecurrenceRules
{
    private const int SecondsMin = 60;

    private static readonly string[] WeekDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly JsonMember Hours = Rules.May("hours", Rules.List(TextOrNumber(23), 1));
    private static readonly JsonMember Minutes = Rules.May("minutes", Rules.List(TextOrNumber(59), 1));
    private static readonly JsonMember Days = Rules.May("weekDays", Rules.List(Rules.OneOf(WeekDays), 1));

    /// <summary>A point in time.</summary>
    public static JsonRule Time { get; } = new MatchRule("a time such as 2026-01-31T06:00:00Z", value => IsTime(value.Text()));

    /// <summary>A recurrence; what its schedule may say depends on the frequency.</summary>
    public static JsonRule Recurrence { get; } =
        new KindRule(
            "frequency",
            new Dictionary<string, JsonRule>
            {
                ["Second"] = Every(Rules.Whole(SecondsMin, 9_999_999)),
                ["Minute"] = Every(Rules.Whole(1, 72_000)),
                ["Hour"] = Every(Rules.Whole(1, 12_000)),
                ["Day"] = Every(Rules.Whole(1, 500), Hours, Minutes),
                ["Week"] = Every(Rules.Whole(1, 71), Hours, Minutes, Days),
                ["Month"] = Every(Rules.Whole(1, 16)),
            }
        );

    private static ObjectRule Every(JsonRule interval, params JsonMember[] schedule)
    {
        ObjectRule rule = Rules.Object(
            Rules.Must("frequency", Rules.Text),
            Rules.Must("interval", interval),
            Rules.May("startTime", Time),
            Rules.May(
                "timeZone",
                new MatchRule("the name of a Windows time zone, such as UTC or Central Standard Time", value => IsZone(value.Text()))
            )
        );
        return schedule.Length == 0 ? rule : rule.With(Rules.May("schedule", Rules.Object(schedule)));
    }

    // Designers write hours as texts and minutes as numbers.
    private static MatchRule TextOrNumber(int maximum) =>
        new(
            $"a whole number from 0 to {maximum}",
            value =>
                (value.Whole() ?? (int.TryParse(value.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1))
                    is var found
                && found >= 0
                && found <= maximum
        );

    private static bool IsTime(string? text) =>
        DateTime.TryParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

    private static bool IsZone(string? name) => name is not null && (name == "UTC" || TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out _));
}
