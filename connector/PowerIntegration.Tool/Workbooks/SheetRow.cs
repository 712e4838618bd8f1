namespace PowerIntegration.Tool.Workbooks;

/// <summary>A row with something in it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Cells">The cells that are not empty, from left to right.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells);
