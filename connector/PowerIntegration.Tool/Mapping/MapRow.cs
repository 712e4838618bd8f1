using PowerIntegration.Tool.Workbooks;

namespace PowerIntegration.Tool.Mapping;

/// <summary>A row of the sheet by its columns.</summary>
/// <param name="Number">Number of the row.</param>
/// <param name="Cells">The cells that are not empty.</param>
/// <param name="Places">Where the columns are.</param>
internal sealed record MapRow(int Number, IReadOnlyDictionary<MapColumn, SheetCell> Cells, IReadOnlyDictionary<MapColumn, int> Places)
{
    /// <summary>The text of a cell; empty where it is.</summary>
    public string Text(MapColumn column) => Cells.TryGetValue(column, out var cell) ? cell.Text : "";

    /// <summary>A fault of a cell.</summary>
    public RowFault Fault(MapColumn column, string message, string suggestion = "") =>
        new(Number, CellAddress.Of(Number, Places.TryGetValue(column, out var place) ? place : 1), Text(column), message, suggestion);
}
