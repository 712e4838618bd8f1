using PowerIntegration.Domain.Dates;
using PowerIntegration.Tool.Files;

namespace PowerIntegration.Tool.Coverage;

/// <summary>A day that open work on a code needs, with the money that has still to be sent for it.</summary>
internal sealed record OpenWork(CalendarDate Day, decimal Amount)
{
    private const string Column = "open_work";

    /// <summary>The days of a row of codes, such as <c>2026-04-30:1200.00;2026-06-30:80.50</c>.</summary>
    public static IEnumerable<OpenWork> Of(CsvRow row)
    {
        var days = new HashSet<CalendarDate>();
        foreach (var part in row.Text(Column).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf(':', StringComparison.Ordinal);
            if (end < 0)
            {
                throw row.Mistake(Column, part, "a date and an amount, such as 2026-04-30:1200.00");
            }

            var day = row.DateOf(Column, part[..end]);
            yield return days.Add(day)
                ? new OpenWork(day, row.AmountOf(Column, part[(end + 1)..]))
                : throw row.Mistake(Column, row.Text(Column), "each date once");
        }
    }
}
