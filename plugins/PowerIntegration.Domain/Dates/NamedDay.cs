using System.Text.RegularExpressions;

namespace PowerIntegration.Domain.Dates;

/// <summary>
/// Reads the day that a person or another system named. A time or an offset behind the day does not move it. A time in UTC other than midnight names
/// no day: it may have been converted, and be another day where it was meant.
/// </summary>
public static class NamedDay
{
    private const string Example = "a date such as 2025-10-31";

    // No project is older: a year before is a mistake in typing, or an empty date of another system.
    private static readonly CalendarDate First = new(1900, 1, 1);

    private static readonly Regex Form = new(
        @"\A(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
            + @"(?:[Tt ](?<time>(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?)"
            + @"(?<zone>[Zz]|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?)?\z",
        RegexOptions.CultureInvariant
    );

    /// <summary>Reads the day; false where none is named, then <paramref name="problem"/> completes a sentence about the text.</summary>
    /// <param name="text">The text, such as <c>2025-10-31</c> or <c>2025-10-31T00:00:00-05:00</c>.</param>
    /// <param name="day">The day.</param>
    /// <param name="problem">What is wrong; empty where nothing is.</param>
    public static bool TryRead(string? text, out CalendarDate day, out string problem)
    {
        var match = Form.Match(text ?? "");
        if (!match.Success || !CalendarDate.TryParse(match.Groups["day"].Value, out day))
        {
            day = default;
            problem = $"which is not {Example}";
            return false;
        }

        if (day < First)
        {
            day = default;
            problem = $"which is before 1900; enter {Example}";
            return false;
        }

        if (IsUtc(match.Groups["zone"].Value) && !IsMidnight(match.Groups["time"].Value))
        {
            day = default;
            problem = $"which is a time in UTC and may be another day in your time zone; enter {Example}";
            return false;
        }

        problem = "";
        return true;
    }

    private static bool IsUtc(string zone) => zone.Length > 0 && !zone.Any(letter => letter is >= '1' and <= '9');

    private static bool IsMidnight(string time) => !time.Any(letter => letter is >= '1' and <= '9');
}
