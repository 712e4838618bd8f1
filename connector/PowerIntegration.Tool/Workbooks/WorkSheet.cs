namespace PowerIntegration.Tool.Workbooks;

/// <summary>One sheet of a workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">The rows with something in them.</param>
/// <param name="Merged">Merged ranges, such as A3:B3.</param>
/// <param name="IsCut">True where it has more rows than were to be read.</param>
internal sealed record WorkSheet(string Name, IReadOnlyList<SheetRow> Rows, IReadOnlyList<string> Merged, bool IsCut);
