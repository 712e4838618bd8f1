namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>An alternate key of a table.</summary>
/// <param name="LogicalName">Its logical name.</param>
/// <param name="SchemaName">Its schema name.</param>
/// <param name="Columns">Logical names of its columns.</param>
internal sealed record KeyDefinition(string LogicalName, string SchemaName, IReadOnlyList<string> Columns);
