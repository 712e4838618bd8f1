namespace PowerIntegration.Local.Storage;

/// <summary>One record as it lies in a <see cref="RowFile"/>.</summary>
/// <param name="Kind">What it is, for example a table's logical name.</param>
/// <param name="Id">Its identity within the kind.</param>
/// <param name="Json">The record, or null where it was deleted.</param>
public sealed record StoredRow(string Kind, string Id, string? Json);
