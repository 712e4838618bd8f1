using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Sources;

/// <summary>One row that ships, as a Web API create body.</summary>
/// <param name="File">File, relative to the folder of the solutions.</param>
/// <param name="Set">Entity set.</param>
/// <param name="Number">Place in the file, from 1.</param>
/// <param name="Columns">The body.</param>
public sealed record ShippedRow(string File, string Set, int Number, JsonObject Columns)
{
    private const string KeyColumn = "pint_key";

    /// <summary>The row's key; empty where it has none.</summary>
    public string Key => Text(KeyColumn) ?? "";

    /// <summary>Text of a column, or null where the row has none.</summary>
    public string? Text(string column) =>
        Columns[column] is { } value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>A finding in this row.</summary>
    public Finding Says(string column, string sentence) => new(File, $"row {Number} ({(Key.Length == 0 ? "no key" : Key)}), {column}", sentence);
}
