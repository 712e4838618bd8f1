namespace PowerIntegration.Local.Dataverse.Storage;

/// <summary>A stored lookup.</summary>
/// <param name="Table">Logical name of the table pointed to.</param>
/// <param name="Id">Id of the row pointed to.</param>
internal readonly record struct RowReference(string Table, Guid Id);
