using CsvHelper;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Tool.Files;

/// <summary>The current row of a CSV file. It is the same object for every row.</summary>
internal sealed class CsvRow(CsvReader csv, string file, IReadOnlyDictionary<string, int> places, bool keepsSpaces)
{
    /// <summary>The text of a cell, without spaces around it unless the file keeps them; empty where the row is shorter.</summary>
    public string Text(string column)
    {
        try
        {
            var text = csv.GetField(places[column]) ?? "";
            return keepsSpaces ? text : text.Trim();
        }
        catch (CsvHelperException mistake)
        {
            throw Invalid(mistake);
        }
    }

    /// <summary>The text of a cell; null where it is empty.</summary>
    public string? Optional(string column) => Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>The text of a cell that must not be empty.</summary>
    public string Required(string column) => Optional(column) ?? throw Mistake(column, "", "a value");

    /// <summary>True for <c>yes</c>, false for <c>no</c>.</summary>
    public bool Flag(string column) =>
        Text(column) switch
        {
            "yes" => true,
            "no" => false,
            var other => throw Mistake(column, other, "yes or no"),
        };

    /// <summary>A day; null where the cell is empty.</summary>
    public CalendarDate? Date(string column) => Optional(column) is { } text ? DateOf(column, text) : null;

    /// <summary>A day within a cell.</summary>
    public CalendarDate DateOf(string column, string text) =>
        CalendarDate.TryParse(text, out var date) ? date : throw Mistake(column, text, "a date such as 2026-08-31");

    /// <summary>An amount within a cell, with at most two decimals.</summary>
    public decimal AmountOf(string column, string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && AmountLimit.Holds(amount)
        && decimal.Truncate(amount * 100m) == amount * 100m
            ? amount + 0.00m
            : throw Mistake(column, text, "an amount such as 1234.50 or -80.00");

    /// <summary>A row that is not CSV.</summary>
    public InvalidDataException Invalid(CsvHelperException mistake) =>
        new($"{file}, row {csv.Parser.Row}: it is not valid CSV. {mistake.Message.Split('\n')[0]}");

    /// <summary>A mistake in a cell.</summary>
    public InvalidDataException Mistake(string column, string value, string expected) =>
        new($"{file}, row {csv.Parser.Row}, column {column}: '{value}' is not valid. Expected: {expected}.");
}
