using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.App.Catalog;

namespace PowerIntegration.Sandbox.App.Values;

/// <summary>Values of a row as a person enters them, and back. A refusal is a sentence for the field.</summary>
internal static class FieldInput
{
    private const string Day = "yyyy-MM-dd";
    private const string Minute = "yyyy-MM-ddTHH:mm";

    /// <summary>What stands in the field; empty for no value.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public static string Of(JsonObject row, ColumnInfo column) =>
        row[column.WireName] is not { } value
            ? ""
            : column.Type switch
            {
                "Boolean" => value.GetValue<bool>() ? "1" : "0",
                "Decimal" or "Money" => value
                    .GetValue<decimal>()
                    .ToString("F" + column.Precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
                "DateTime" when !column.IsDateOnly => DateTimeOffset
                    .Parse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                    .UtcDateTime.ToString(Minute, CultureInfo.InvariantCulture),
                _ => Lines(value.ToString()),
            };

    /// <summary>What stands in the field of a new record that begins with a value of an address.</summary>
    /// <param name="column">The column.</param>
    /// <param name="text">The value.</param>
    public static string Given(ColumnInfo column, string text) =>
        (column.Type, text) switch
        {
            ("Boolean", "true") => "1",
            ("Boolean", "false") => "0",
            _ => text,
        };

    /// <summary>A text with one kind of line end: browsers send another one than they were given.</summary>
    /// <param name="text">The text.</param>
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>Reads what a person entered.</summary>
    /// <param name="column">The column.</param>
    /// <param name="text">What was entered.</param>
    /// <param name="value">The value for the Web API; null for none.</param>
    /// <returns>Null, or the sentence that says why it cannot be taken.</returns>
    public static string? Read(ColumnInfo column, string text, out JsonNode? value)
    {
        value = null;
        if (text.Trim().Length == 0)
        {
            return column.IsRequired ? $"{column.Label} is empty. Enter it." : null;
        }

        return column.Type switch
        {
            "String" or "Memo" => Text(column, text, out value),
            "Integer" or "BigInt" or "Decimal" or "Money" => Number(column, text, out value),
            "DateTime" => Date(column, text, out value),
            "Boolean" => Flag(text, out value),
            _ => Choice(column, text, out value),
        };
    }

    private static string? Text(ColumnInfo column, string text, out JsonNode? value)
    {
        value = JsonValue.Create(text);
        return column.MaxLength > 0 && text.Length > column.MaxLength
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{column.Label} has {text.Length:N0} characters; at most {column.MaxLength:N0} are allowed."
            )
            : null;
    }

    private static string? Number(ColumnInfo column, string text, out JsonNode? value)
    {
        value = null;
        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            return $"\"{text}\" is not a number. Enter digits, for example 1250.50.";
        }

        if (number != decimal.Round(number, column.Precision))
        {
            return column.Precision == 0
                ? $"{column.Label} must be a whole number."
                : string.Create(CultureInfo.InvariantCulture, $"{column.Label} can have {column.Precision} decimal places.");
        }

        if (number < column.MinValue || number > column.MaxValue)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{column.Label} must be between {column.MinValue:N0} and {column.MaxValue:N0}.");
        }

        value = JsonValue.Create(number);
        return null;
    }

    private static string? Date(ColumnInfo column, string text, out JsonNode? value)
    {
        value = null;
        if (column.IsDateOnly && DateOnly.TryParseExact(text.Trim(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            value = JsonValue.Create(day.ToString(Day, CultureInfo.InvariantCulture));
            return null;
        }

        if (!column.IsDateOnly && DateTime.TryParseExact(text.Trim(), Minute, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            value = JsonValue.Create(time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            return null;
        }

        return $"\"{text}\" is not a date. Enter it like {(column.IsDateOnly ? "2026-08-31" : "2026-08-31T14:30")}.";
    }

    private static string? Flag(string text, out JsonNode? value)
    {
        value = JsonValue.Create(text == "1");
        return null;
    }

    private static string? Choice(ColumnInfo column, string text, out JsonNode? value)
    {
        var known =
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && column.Choices.Any(choice => choice.Value == number);
        value = known ? JsonValue.Create(number) : null;
        return known ? null : $"{column.Label} has no such value. Choose one from the list.";
    }
}
