using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Storage;

/// <summary>The text under which an alternate key is indexed: equal keys give equal texts, and case does not tell keys apart.</summary>
internal static class KeyValueText
{
    private const char Separator = '\u001f';

    /// <summary>The text, or null where a column of the key is empty: such a row is outside the key.</summary>
    public static string? Of(KeyDefinition key, Func<string, object?> value)
    {
        var parts = key.Columns.Select(value).ToList();
        return parts.Contains(null) ? null : string.Join(Separator, parts.Select(part => Text(part!)));
    }

    public static string? Of(KeyDefinition key, Row row) => Of(key, column => row[column]);

    public static IEnumerable<LockKey> Locks(TableDefinition table, Row row)
    {
        foreach (var key in table.Keys)
        {
            if (Of(key, row) is { } text)
            {
                yield return LockKey.OfKey(table.LogicalName, key.LogicalName, text);
            }
        }
    }

    private static string Text(object value) =>
        value switch
        {
            string text => text.ToUpperInvariant(),
            decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
            DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            RowReference reference => reference.Id.ToString(),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException($"A value of type {value.GetType()} cannot be part of a key."),
        };
}
