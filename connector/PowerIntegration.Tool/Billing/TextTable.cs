namespace PowerIntegration.Tool.Billing;

/// <summary>A table in plain text: words to the left, amounts to the right, columns as wide as they need to be.</summary>
internal sealed class TextTable
{
    private readonly List<string[]> rows = [];
    private readonly HashSet<int> words;

    /// <summary>A table.</summary>
    /// <param name="words">The columns that hold words.</param>
    public TextTable(params int[] words)
    {
        this.words = [.. words];
    }

    /// <summary>An amount as accountants read it.</summary>
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
            var cells = row.Select((cell, column) => words.Contains(column) ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            output.WriteLine(("  " + string.Join("  ", cells)).TrimEnd());
        }
    }
}
