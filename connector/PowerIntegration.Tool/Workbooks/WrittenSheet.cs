namespace PowerIntegration.Tool.Workbooks;

/// <summary>A sheet to be written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Headings">Headings of the columns.</param>
/// <param name="Rows">A text for each column, in each row.</param>
internal sealed record WrittenSheet(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows);
