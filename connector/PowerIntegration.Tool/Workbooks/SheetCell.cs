namespace PowerIntegration.Tool.Workbooks;

/// <summary>A cell that is not empty.</summary>
/// <param name="Row">Number of the row, from 1.</param>
/// <param name="Column">Number of the column, from 1.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">Its text; a date as 2026-08-31, a number as the workbook keeps it.</param>
internal sealed record SheetCell(int Row, int Column, CellKind Kind, string Text)
{
    /// <summary>Where it is, such as C17.</summary>
    public string Address => CellAddress.Of(Row, Column);
}
