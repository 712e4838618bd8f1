namespace PowerIntegration.Local.Dataverse.Storage;

/// <summary>What a transaction can hold alone: a row, or a value of an alternate key.</summary>
/// <param name="Table">Logical name of the table.</param>
/// <param name="Key">Logical name of the alternate key; empty for a row.</param>
/// <param name="Value">The row's id, or the key's text.</param>
internal readonly record struct LockKey(string Table, string Key, string Value)
{
    public static LockKey OfRow(string table, Guid id) => new(table, "", id.ToString());

    public static LockKey OfKey(string table, string key, string value) => new(table, key, value);
}
