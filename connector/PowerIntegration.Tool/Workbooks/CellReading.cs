using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PowerIntegration.Tool.Workbooks;

/// <summary>Reads cells of a workbook.</summary>
/// <param name="texts">Texts that cells share.</param>
/// <param name="dates">Which styles are dates.</param>
internal sealed class CellReading(IReadOnlyList<string> texts, DateFormats dates)
{
    /// <summary>The cells of a row that are not empty.</summary>
    public SheetRow Row(int number, Row row)
    {
        var cells = new List<SheetCell>();
        var column = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            column = cell.CellReference?.Value is { } address ? CellAddress.ColumnOf(address) : column + 1;
            if (Read(number, column, cell) is { Text.Length: > 0 } read)
            {
                cells.Add(read);
            }
        }

        return new SheetRow(number, cells);
    }

    /// <summary>A text without the pronunciation that East Asian workbooks keep beside it.</summary>
    public static string TextOf(OpenXmlElement item) =>
        string.Concat(
            item.ChildElements.Select(child =>
                child switch
                {
                    Text text => text.Text,
                    Run run => run.Text?.Text ?? "",
                    _ => "",
                }
            )
        );

    private SheetCell Read(int row, int column, Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.CellFormula is not null)
        {
            return new SheetCell(row, column, CellKind.Formula, "=" + cell.CellFormula.Text);
        }

        var type = cell.DataType?.Value;
        if (type is null || type == CellValues.Number)
        {
            return dates.Day(cell.StyleIndex?.Value ?? 0, value) is { } day
                ? new SheetCell(row, column, CellKind.Date, day)
                : new SheetCell(row, column, CellKind.Number, value);
        }

        return type == CellValues.SharedString ? new SheetCell(row, column, CellKind.Text, Shared(value))
            : type == CellValues.InlineString ? new SheetCell(row, column, CellKind.Text, cell.InlineString is { } text ? TextOf(text) : "")
            : type == CellValues.String ? new SheetCell(row, column, CellKind.Text, value)
            : type == CellValues.Date && value.Length >= 10 ? new SheetCell(row, column, CellKind.Date, value[..10])
            : new SheetCell(row, column, CellKind.Other, value);
    }

    private string Shared(string place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count ? texts[index] : "";
}
