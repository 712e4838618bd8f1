using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Alternate keys: over columns that exist, of types that an index takes, and narrow enough for it.</summary>
internal static class KeyCheck
{
    private const int MostKeys = 10;
    private const int MostColumns = 16;
    private const int MostBytes = 900;

    // Bytes that a value takes in the index; a text column takes two for each character.
    private static readonly Dictionary<string, Func<SourceElement, int>> BytesByType = new()
    {
        ["nvarchar"] = column => 2 * Number(column.Text("MaxLength")),
        ["int"] = _ => 4,
        ["picklist"] = _ => 4,
        ["decimal"] = _ => 13,
        ["datetime"] = _ => 8,
        ["lookup"] = _ => 16,
    };

    /// <summary>What is wrong with the keys of a table.</summary>
    public static IEnumerable<Finding> Find(TableSource table, bool isOwn)
    {
        SourceElement[] keys = [.. table.Entity.Below("EntityKeys", "EntityKey")];
        return
        [
            .. isOwn ? Expected(table, keys) : [],
            .. keys.Skip(MostKeys).Select(key => key.Says($"The table has {keys.Length} keys; {MostKeys} are allowed. Remove some.")),
            .. Repeated(keys, key => LogicalName.Of(key.Text("Name")), "name"),
            .. Repeated(keys, key => string.Join(", ", ColumnsOf(key).Order(StringComparer.Ordinal)), "columns"),
            .. keys.SelectMany(key => Find(table, key, isOwn)),
        ];
    }

    // A gate table holds no rows: it is there for its privileges.
    private static IEnumerable<Finding> Expected(TableSource table, SourceElement[] keys) =>
        table.SchemaName.EndsWith("Gate", StringComparison.Ordinal) || keys.Any(key => ColumnsOf(key).SequenceEqual([Publisher.Prefix + "_key"]))
            ? []
            : [table.Entity.Says($"The table has no alternate key over {Publisher.Prefix}_key alone. Add it.")];

    private static IEnumerable<Finding> Repeated(SourceElement[] keys, Func<SourceElement, string> part, string what) =>
        keys.Repeated(part).Select(key => key.Says($"Another key has the same {what} ({part(key)}). Remove one."));

    private static IEnumerable<Finding> Find(TableSource table, SourceElement key, bool isOwn)
    {
        string[] columns = [.. ColumnsOf(key)];
        if (key.Text("LogicalName") != LogicalName.Of(key.Text("Name")))
        {
            yield return key.Says(
                $"LogicalName is '{key.Text("LogicalName")}'. Write the name of the key in lower case, {LogicalName.Of(key.Text("Name"))}."
            );
        }

        if (isOwn && !Publisher.Owns(key.Text("Name")))
        {
            yield return key.Says($"The name '{key.Text("Name")}' does not begin with {Publisher.Prefix}_. Rename the key.");
        }

        if (columns.Length > MostColumns || columns.Distinct().Count() < columns.Length)
        {
            yield return key.Says($"A key has at most {MostColumns} columns and each of them once. Remove the rest.");
        }

        foreach (Finding finding in columns.Distinct().SelectMany(column => Column(table, key, column)))
        {
            yield return finding;
        }

        int bytes = columns.Distinct().Sum(column => BytesOf(table.Column(column)));
        if (bytes > MostBytes)
        {
            yield return key.Says($"The columns of the key take {bytes} bytes, and an index takes {MostBytes}. Shorten MaxLength of its columns.");
        }
    }

    private static IEnumerable<Finding> Column(TableSource table, SourceElement key, string name)
    {
        if (table.Column(name) is not { } column)
        {
            yield return key.Says($"The key names the column {name}, which {table.SchemaName} does not have. Name a column of the table.");
            yield break;
        }

        if (!BytesByType.ContainsKey(column.Text("Type")))
        {
            yield return key.Says(
                $"The column {name} is of type {column.Text("Type")}. "
                    + $"A key takes columns of type {string.Join(", ", BytesByType.Keys)}; name one of these."
            );
        }

        if (column.Text("IsSecured") == "1")
        {
            yield return key.Says($"The column {name} has column security, which a key does not take. Set IsSecured to 0 or choose another column.");
        }
    }

    private static int BytesOf(SourceElement? column) =>
        column is not null && BytesByType.TryGetValue(column.Text("Type"), out Func<SourceElement, int>? bytes) ? bytes(column) : 0;

    private static IEnumerable<string> ColumnsOf(SourceElement key) =>
        key.Below("EntityKeyAttributes", "AttributeName").Select(name => name.Element.Value);

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? Math.Min(number, ColumnShapes.MostCharacters) : 0;
}
