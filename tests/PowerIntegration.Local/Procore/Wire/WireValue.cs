using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Procore.Wire;

/// <summary>Procore's way of writing amounts, times and ids.</summary>
internal static class WireValue
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>An amount as the decimal text of v1 contracts and invoices.</summary>
    public static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A percentage of a contract, with one decimal at least.</summary>
    public static string Percent(decimal percent) => percent.ToString("0.0###", CultureInfo.InvariantCulture);

    /// <summary>The amount of a decimal text.</summary>
    /// <exception cref="FormatException">The field is missing or is not a decimal number.</exception>
    public static decimal Money(JsonObject row, string field) =>
        decimal.TryParse(
            row[field]?.GetValue<string>(),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var amount
        )
            ? amount
            : throw new FormatException($"Record {row["id"]}, field {field}: {row[field]?.ToJsonString() ?? "null"} is not a decimal number.");

    /// <summary>An instant in UTC, whole seconds.</summary>
    public static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The instant of a text in ISO 8601.</summary>
    public static DateTimeOffset Time(JsonObject row, string field) =>
        DateTimeOffset.Parse(Text(row, field), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A calendar date.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A text that must be there.</summary>
    /// <exception cref="FormatException">The field is missing or is not a text.</exception>
    public static string Text(JsonObject row, string field) =>
        row[field]?.GetValue<string>() ?? throw new FormatException($"Record {row["id"]} has no field {field}.");

    /// <summary>An integer that must be there.</summary>
    /// <exception cref="FormatException">The field is missing.</exception>
    public static long Number(JsonObject row, string field) =>
        row[field]?.GetValue<long>() ?? throw new FormatException($"Record {row["id"]} has no field {field}.");

    /// <summary>The record's id.</summary>
    public static long Id(JsonObject row) => Number(row, "id");
}
