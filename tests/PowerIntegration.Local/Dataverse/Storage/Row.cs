namespace PowerIntegration.Local.Dataverse.Storage;

/// <summary>
/// One version of one row; never changed after it is made. Values are string, int, long, decimal, bool, DateTime, Guid or <see cref="RowReference"/>;
/// an empty column is absent.
/// </summary>
internal sealed class Row
{
    public Row(string table, Guid id, long version, IReadOnlyDictionary<string, object> values)
    {
        Table = table;
        Id = id;
        Version = version;
        Values = values;
    }

    public string Table { get; }

    public Guid Id { get; }

    public long Version { get; }

    public IReadOnlyDictionary<string, object> Values { get; }

    public object? this[string column] => Values.GetValueOrDefault(column);
}
