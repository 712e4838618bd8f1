using DocumentFormat.OpenXml.Spreadsheet;

namespace PowerIntegration.Tool.Workbooks;

/// <summary>Which styles of a workbook show a number as a date, and which day a number is.</summary>
internal sealed class DateFormats
{
    // Workbooks count from here, as if 1900 were a leap year; days before March 1900 are a day off in every program.
    private static readonly DateTime DayZero = new(1899, 12, 30);

    private const decimal DaysTo1904 = 1462m;

    // 14 to 22 and 45 to 47 are the built-in formats of dates and times.
    private static readonly HashSet<uint> BuiltIn = [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47];

    private readonly bool[] styles;
    private readonly decimal offset;

    /// <summary>Reads the styles.</summary>
    /// <param name="stylesheet">The styles; null where the workbook has none.</param>
    /// <param name="countsFrom1904">True for workbooks that count days from 1904.</param>
    public DateFormats(Stylesheet? stylesheet, bool countsFrom1904)
    {
        offset = countsFrom1904 ? DaysTo1904 : 0m;
        var own = (stylesheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => IsDate(format.FormatCode?.Value ?? ""))
            .Select(format => format.NumberFormatId?.Value ?? 0)
            .ToHashSet();
        styles =
        [
            .. (stylesheet?.CellFormats?.Elements<CellFormat>() ?? []).Select(format =>
                format.NumberFormatId?.Value is { } id && (BuiltIn.Contains(id) || own.Contains(id))
            ),
        ];
    }

    /// <summary>The day, where a style shows the number as a date; null where it does not.</summary>
    public string? Day(uint style, string number) =>
        style < styles.Length
        && styles[style]
        && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var days)
        && days + offset is >= 1m and < 2958466m
            ? DayZero.AddDays((int)decimal.Floor(days + offset)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    // Texts in quotes and conditions in brackets of a format say nothing of its kind.
    private static bool IsDate(string format)
    {
        var quoted = false;
        var bracketed = false;
        foreach (var letter in format)
        {
            quoted ^= letter == '"';
            bracketed = (bracketed || letter == '[') && letter != ']';
            if (!quoted && !bracketed && letter is 'y' or 'Y' or 'd' or 'D')
            {
                return true;
            }
        }

        return false;
    }
}
