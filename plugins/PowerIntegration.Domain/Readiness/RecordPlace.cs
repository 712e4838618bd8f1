namespace PowerIntegration.Domain.Readiness;

/// <summary>What a person opens to decide: a row, or the rows of a table.</summary>
/// <param name="Table">Logical name of the table.</param>
/// <param name="RowId">The row; null for the list.</param>
public sealed record RecordPlace(string Table, Guid? RowId = null);
