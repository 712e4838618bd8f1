using Microsoft.PowerPlatform.Dataverse.Client.Tables;

namespace Microsoft.PowerPlatform.Dataverse.Client.Rows;

/// <summary>A column of an answer that belongs to a linked table, or has an alias: <paramref name="Name"/> is its key in the row.</summary>
internal sealed record LinkedColumn(string Name, TableDefinition Table, string Column);
