namespace PowerIntegration.Tool.Billing;

/// <summary>A table in plain text: text on the left, amounts on the right, columns as wide as their content.</summary>
internal sealed class TextTable
{
    private readonly List<string[]> rows = [];
    private readonly HashSet<int> texts;

    /// <summary>Makes a table.</summary>
    /// <param name="texts">The columns with text.</param>
    public TextTable(params int[] texts)
    {
        this.texts = [.. texts];
    }

    /// <summary>An amount with thousands separators and two decimals.</summary>
    public static string Amount(decimal amount) => amount.ToString("#,##0.00;-#,##0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>Adds a row.</summary>
    public void Row(params string[] cells) => rows.Add(cells);

    /// <summary>Writes the table.</summary>
    public void Write(TextWriter output)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var widths = Enumerable
            .Range(0, rows.Max(row => row.Length))
            .Select(column => rows.Max(row => column < row.Length ? row[column].Length : 0))
            .ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => texts.Contains(column) ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            output.WriteLine(("  " + string.Join("  ", cells)).TrimEnd());
        }
    }
}
