namespace PowerIntegration.Sandbox.Demo;

/// <summary>A table whose rows are never broken: a narrow page shows fewer columns, and a name that is too long is cut.</summary>
internal sealed class TextTable(params IReadOnlyList<TextColumn> columns)
{
    private const string Gap = "  ";
    private readonly List<IReadOnlyList<string>> rows = [];

    /// <summary>Adds a row, one text for each column; a text with line breaks takes several lines.</summary>
    public void Add(params IReadOnlyList<string> cells)
    {
        var lines = cells.Select(cell => cell.Split('\n')).ToList();
        for (var line = 0; line < lines.Max(cell => cell.Length); line++)
        {
            rows.Add([.. lines.Select(cell => line < cell.Length ? cell[line] : "")]);
        }
    }

    /// <summary>Adds a heading over the rows that follow; it is as wide as the page.</summary>
    public void AddHeading(string text) => rows.Add([text]);

    /// <summary>The lines of the table.</summary>
    /// <param name="width">Columns of the page.</param>
    public IEnumerable<string> Lines(int width)
    {
        var shown = Enumerable.Range(0, columns.Count).Where(column => columns[column].From <= width).ToList();
        var widths = shown.Select(column => rows.Where(IsRow).Select(row => row[column].Length).Append(columns[column].Title.Length).Max()).ToList();
        Fit(shown, widths, width);
        yield return Line(shown, widths, [.. columns.Select(column => column.Title)]);
        yield return new string('-', widths.Sum() + (Gap.Length * (widths.Count - 1)));
        foreach (var row in rows)
        {
            yield return IsRow(row) ? Line(shown, widths, row) : Cell(row[0], width, isNumber: false).TrimEnd();
        }
    }

    private bool IsRow(IReadOnlyList<string> row) => row.Count == columns.Count;

    // Amounts are never cut.
    private void Fit(List<int> shown, List<int> widths, int width)
    {
        var excess = widths.Sum() + (Gap.Length * (widths.Count - 1)) - width;
        if (excess > 0)
        {
            var widest = Enumerable.Range(0, shown.Count).Where(index => !columns[shown[index]].IsNumber).MaxBy(index => widths[index]);
            widths[widest] = Math.Max(1, widths[widest] - excess);
        }
    }

    private string Line(List<int> shown, List<int> widths, IReadOnlyList<string> cells) =>
        string.Join(Gap, shown.Select((column, index) => Cell(cells[column], widths[index], columns[column].IsNumber))).TrimEnd();

    private static string Cell(string text, int width, bool isNumber) =>
        text.Length > width ? text[..(width - 1)] + "…"
        : isNumber ? text.PadLeft(width)
        : text.PadRight(width);
}
