namespace PowerIntegration.Local.Procore.Wire;

/// <summary>A filter <c>from...to</c> with three dots; both ends are included.</summary>
/// <param name="From">First instant.</param>
/// <param name="To">Last instant.</param>
internal sealed record TimeRange(DateTimeOffset From, DateTimeOffset To)
{
    private const int DateLength = 10;

    public bool Contains(DateTimeOffset instant) => From <= instant && instant <= To;

    public static TimeRange Parse(string name, string value)
    {
        var ends = value.Split("...");
        return ends.Length == 2
            ? new TimeRange(End(name, ends[0]), LastOf(name, ends[1]))
            : throw new WireRefusalException(
                400,
                $"Parameter {name}: {value} is not a range. Write it as from...to with three dots, each an ISO 8601 time or date."
            );
    }

    private static DateTimeOffset LastOf(string name, string text) =>
        text.Length == DateLength ? End(name, text).AddTicks(TimeSpan.TicksPerDay - 1) : End(name, text);

    // Without a zone the text is UTC; a plus sign that arrives as a blank was not escaped by the caller and is refused like other bad text.
    private static DateTimeOffset End(string name, string text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? instant
            : throw new WireRefusalException(400, $"Parameter {name}: {text} is not an ISO 8601 time or date.");
}
