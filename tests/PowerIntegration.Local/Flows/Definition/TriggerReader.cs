using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Flows.Definition;

/// <summary>Reads the trigger of a flow.</summary>
internal static class TriggerReader
{
    private const int MostConcurrentRuns = 100;
    private const int LargestInterval = 500;

    /// <summary>Reads the <c>triggers</c> object, which must hold exactly one.</summary>
    public static TriggerDefinition Read(DefinitionReader definition)
    {
        var triggers = definition.Child("triggers");
        var names = triggers.Names.ToList();
        if (names.Count != 1)
        {
            throw triggers.Failure($"holds {names.Count} triggers instead of one");
        }

        var reader = triggers.Child(names[0]);
        var header = ReadHeader(names[0], reader);
        var trigger = reader.Text("type") switch
        {
            "Recurrence" => new TriggerDefinition.Recurring(header, ReadRecurrence(reader.Child("recurrence"))),
            "OpenApiConnectionWebhook" => ConnectorReader.ReadTrigger(header, reader),
            "Request" => ReadRequest(header, reader),
            var other => throw reader.Failure($"is of type '{other}', which this runtime does not implement"),
        };
        reader.Complete();
        return trigger;
    }

    private static TriggerHeader ReadHeader(string name, DefinitionReader reader)
    {
        reader.Ignore("metadata", "description");
        var conditions = reader
            .Elements("conditions")
            .Select((condition, index) => ReadCondition(condition, $"{reader.Path}.conditions[{index}]", reader.File))
            .ToList();
        var configuration = reader.OptionalChild("runtimeConfiguration");
        var concurrency = configuration?.OptionalChild("concurrency");
        configuration?.Complete();
        var runs = concurrency?.OptionalNumber("runs", 1, MostConcurrentRuns);
        concurrency?.Complete();
        return new TriggerHeader(name, conditions, reader.OptionalText("splitOn"), runs);
    }

    private static string ReadCondition(JsonNode? condition, string path, string file)
    {
        var reader = new DefinitionReader(
            condition as JsonObject ?? throw new FlowDefinitionException($"{file}: {path} is not an object."),
            path,
            file
        );
        var expression = reader.Text("expression");
        reader.Complete();
        return expression;
    }

    private static TriggerDefinition ReadRequest(TriggerHeader header, DefinitionReader reader)
    {
        var kind = reader.OptionalText("kind");
        reader.Ignore("inputs");
        return kind is "Button" or "PowerAppV2"
            ? new TriggerDefinition.Request(header)
            : throw reader.Failure($"is a request of kind '{kind}', and this runtime implements Button and PowerAppV2");
    }

    private static RecurrenceDefinition ReadRecurrence(DefinitionReader reader)
    {
        var schedule = reader.OptionalChild("schedule");
        var recurrence = new RecurrenceDefinition(
            reader.Text("frequency"),
            reader.OptionalNumber("interval", 1, LargestInterval) ?? throw reader.Failure("has no 'interval'"),
            reader.OptionalText("startTime") is { } start ? ReadTime(reader, start) : null,
            ReadZone(reader, reader.OptionalText("timeZone") ?? "UTC"),
            schedule is null ? [] : ReadNumbers(schedule, "hours", 23),
            schedule is null ? [] : ReadNumbers(schedule, "minutes", 59),
            schedule is null ? [] : [.. schedule.Elements("weekDays").Select(day => ReadDay(schedule, TextForm.Of(day)))]
        );
        schedule?.Complete();
        reader.Complete();
        if (recurrence.Frequency is not ("Second" or "Minute" or "Hour" or "Day" or "Week" or "Month"))
        {
            throw reader.Failure($"has the frequency '{recurrence.Frequency}', which does not exist");
        }

        return recurrence.HasSchedule && recurrence.Frequency is not ("Day" or "Week")
            ? throw reader.Failure($"has a schedule with the frequency '{recurrence.Frequency}', and schedules belong to Day and Week")
            : recurrence;
    }

    private static DateTimeOffset ReadTime(DefinitionReader reader, string text) =>
        DateTimeOffset.TryParse(
            text,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time.ToUniversalTime()
            : throw reader.Failure($"has the start time '{text}', which is not a time");

    private static TimeZoneInfo ReadZone(DefinitionReader reader, string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw reader.Failure($"has the time zone '{name}', which this machine does not have");

    // Designers write hours as texts and minutes as numbers.
    private static List<int> ReadNumbers(DefinitionReader reader, string name, int maximum) =>
        [
            .. reader
                .Elements(name)
                .Select(value =>
                    int.TryParse(TextForm.Of(value), out var number) && number >= 0 && number <= maximum
                        ? number
                        : throw reader.Failure($"has '{CompactJson.Write(value)}' in '{name}', which is not a number from 0 to {maximum}")
                ),
        ];

    private static DayOfWeek ReadDay(DefinitionReader reader, string text) =>
        Enum.TryParse<DayOfWeek>(text, out var day) && !char.IsDigit(text[0])
            ? day
            : throw reader.Failure($"has the day '{text}', which does not exist");
}
