namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>One table.</summary>
internal sealed class TableDefinition
{
    private readonly Dictionary<string, ColumnDefinition> columns;

    /// <summary>A table of these columns; names must differ.</summary>
    public TableDefinition(string schemaName, string entitySetName, bool isUserOwned, IReadOnlyList<ColumnDefinition> columns, string? primaryName)
    {
        SchemaName = schemaName;
        EntitySetName = entitySetName;
        IsUserOwned = isUserOwned;
        Columns = columns;
        PrimaryName = primaryName;
        this.columns = columns.ToDictionary(column => column.LogicalName, StringComparer.Ordinal);
        PrimaryKey = columns.Single(column => column.Kind == ColumnKind.PrimaryKey).LogicalName;
    }

    /// <summary>Logical name, lower case.</summary>
    public string LogicalName => SchemaName.ToLowerInvariant();

    /// <summary>Schema name; privileges are named after it.</summary>
    public string SchemaName { get; }

    /// <summary>Name of the Web API's entity set.</summary>
    public string EntitySetName { get; }

    /// <summary>Label, as the first language gives it.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Label of many rows, as the first language gives it.</summary>
    public string DisplayCollectionName { get; init; } = "";

    /// <summary>Rows have an owner; else they belong to the organization.</summary>
    public bool IsUserOwned { get; }

    /// <summary>One of the platform's own tables.</summary>
    public bool IsSystem { get; init; }

    /// <summary>Rows follow from the solutions and the user list, and are not written while it runs.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Rows are made from the solutions at each start and are not stored.</summary>
    public bool IsDerived { get; init; }

    /// <summary>Every column.</summary>
    public IReadOnlyList<ColumnDefinition> Columns { get; }

    /// <summary>Alternate keys.</summary>
    public IReadOnlyList<KeyDefinition> Keys { get; init; } = [];

    /// <summary>Logical name of the id column.</summary>
    public string PrimaryKey { get; }

    /// <summary>Logical name of the name column, or null.</summary>
    public string? PrimaryName { get; }

    /// <summary>The column, or null.</summary>
    public ColumnDefinition? Find(string logicalName) => columns.GetValueOrDefault(logicalName);

    /// <summary>The alternate key over exactly these columns, or null.</summary>
    public KeyDefinition? FindKey(IReadOnlyCollection<string> columnNames) =>
        Keys.FirstOrDefault(key => key.Columns.Count == columnNames.Count && key.Columns.All(columnNames.Contains));
}
