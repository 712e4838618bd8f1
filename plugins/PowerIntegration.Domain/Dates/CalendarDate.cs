namespace PowerIntegration.Domain.Dates;

/// <summary>A day of the calendar without a time or a zone. The default value is 0001-01-01.</summary>
public readonly record struct CalendarDate : IComparable<CalendarDate>
{
    private const string Format = "yyyy-MM-dd";

    // Days since 0001-01-01, so that the default value is a real day and comparing is one subtraction.
    private readonly int dayNumber;

    /// <summary>Makes a date of its parts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The parts are not a day of the calendar.</exception>
    public CalendarDate(int year, int month, int day)
        : this(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified)) { }

    private CalendarDate(DateTime day) => dayNumber = (int)(day.Ticks / TimeSpan.TicksPerDay);

    /// <summary>Year, 1 to 9999.</summary>
    public int Year => ToDateTime().Year;

    /// <summary>Month, 1 to 12.</summary>
    public int Month => ToDateTime().Month;

    /// <summary>Day of the month, 1 to 31.</summary>
    public int Day => ToDateTime().Day;

    /// <summary>The day of a date and time, as written, without any change of zone.</summary>
    public static CalendarDate FromDateTime(DateTime value) => new(value);

    /// <summary>Reads <c>2026-04-30</c>.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static CalendarDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not a date in the form {Format}.");

    /// <summary>Reads <c>2026-04-30</c>; false where the text is not of that form.</summary>
    public static bool TryParse(string? text, out CalendarDate date)
    {
        var isDate = DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        date = isDate ? new CalendarDate(day) : default;
        return isDate;
    }

    /// <summary>Midnight of the day, kind unspecified: the value of a date-only column in Dataverse.</summary>
    public DateTime ToDateTime() => new(dayNumber * TimeSpan.TicksPerDay, DateTimeKind.Unspecified);

    /// <summary>The date that many days later, or earlier where negative.</summary>
    public CalendarDate AddDays(int days) => new(ToDateTime().AddDays(days));

    /// <inheritdoc/>
    public int CompareTo(CalendarDate other) => dayNumber.CompareTo(other.dayNumber);

    /// <summary>True where the left day is before the right.</summary>
    public static bool operator <(CalendarDate left, CalendarDate right) => left.dayNumber < right.dayNumber;

    /// <summary>True where the left day is after the right.</summary>
    public static bool operator >(CalendarDate left, CalendarDate right) => left.dayNumber > right.dayNumber;

    /// <summary>True where the left day is not after the right.</summary>
    public static bool operator <=(CalendarDate left, CalendarDate right) => left.dayNumber <= right.dayNumber;

    /// <summary>True where the left day is not before the right.</summary>
    public static bool operator >=(CalendarDate left, CalendarDate right) => left.dayNumber >= right.dayNumber;

    /// <summary>The date as <c>2026-04-30</c>.</summary>
    public override string ToString() => ToDateTime().ToString(Format, CultureInfo.InvariantCulture);
}
