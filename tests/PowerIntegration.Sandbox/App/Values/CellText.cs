using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.App.Catalog;
using PowerIntegration.Sandbox.App.Requests;

namespace PowerIntegration.Sandbox.App.Values;

/// <summary>Texts of the values of a row, as every page shows them.</summary>
internal static class CellText
{
    /// <summary>The text of a value; empty for none. Dates are written year first on every page, whatever the platform's own text is.</summary>
    /// <param name="row">The row.</param>
    /// <param name="key">Name of the value in the row.</param>
    /// <param name="column">Its column.</param>
    public static string Of(JsonObject row, string key, ColumnInfo column) =>
        row[key] is not { } value ? ""
        : column.Type == "DateTime" ? Date(value.ToString(), column.IsDateOnly)
        : row[key + AppDataverse.Formatted]?.ToString() ?? value.ToString();

    /// <summary>A time as every page shows it.</summary>
    /// <param name="time">The time.</param>
    public static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>Where a lookup leads: table and id; null where it is empty.</summary>
    /// <param name="row">The row.</param>
    /// <param name="key">Name of the value in the row.</param>
    public static (string Table, Guid Id)? Reference(JsonObject row, string key) =>
        row[key + AppDataverse.LookupTable]?.ToString() is { } table && Guid.TryParse(row[key]?.ToString(), out var id) ? (table, id) : null;

    private static string Date(string text, bool isDateOnly) =>
        isDateOnly ? text
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? Instant(time)
        : text;
}
