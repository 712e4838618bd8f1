using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Rows;

/// <summary>A shipped row names a set that exists, columns that the table has, and values that the columns take; its key is there once.</summary>
internal static class ShippedRowCheck
{
    private const string DateFormat = "yyyy-MM-dd";

    public static IEnumerable<Finding> Find(ShippedRows rows, IReadOnlyList<UnpackedSolution> solutions)
    {
        TableSource[] tables = [.. solutions.SelectMany(solution => solution.XmlIn("Entities", "/Entity.xml")).Select(root => new TableSource(root))];
        SourceElement[] choices = [.. solutions.SelectMany(solution => solution.XmlIn("OptionSets", ".xml"))];
        return rows.Rows.SelectMany(row => Find(row, tables.FirstOrDefault(table => table.SetName == row.Set), choices)).Concat(Repeated(rows));
    }

    private static IEnumerable<Finding> Repeated(ShippedRows rows) =>
        rows
            .Rows.GroupBy(row => row.Set + " " + row.Key)
            .SelectMany(alike => alike.Skip(1))
            .Select(row => row.Says("pint_key", "Another row of the set has this key. Give each its own."));

    private static IEnumerable<Finding> Find(ShippedRow row, TableSource? table, SourceElement[] choices)
    {
        if (table is null)
        {
            return [row.Says("set", $"No table has the set '{row.Set}'.")];
        }

        return Missing(row, table).Concat(row.Columns.SelectMany(value => Find(row, value.Key, value.Value, table.Column(value.Key), choices)));
    }

    private static IEnumerable<Finding> Missing(ShippedRow row, TableSource table) =>
        table
            .Columns.Where(column => column.Text("RequiredLevel") == "required" && row.Columns[column.Text("LogicalName")] is null)
            .Select(column => row.Says(column.Text("LogicalName"), "The table requires the column. Fill it."));

    private static IEnumerable<Finding> Find(ShippedRow row, string name, JsonNode? value, SourceElement? column, SourceElement[] choices)
    {
        if (column is null)
        {
            return [row.Says(name, "The table has no such column.")];
        }

        if (value is null)
        {
            return [row.Says(name, "The value is null. Leave the column out where it is empty.")];
        }

        return Problem(value, column, choices) is { } problem ? [row.Says(name, $"The value {value.ToJsonString()} {problem}")] : [];
    }

    private static string? Problem(JsonNode value, SourceElement column, SourceElement[] choices) =>
        column.Text("Type") switch
        {
            "nvarchar" or "ntext" => value.GetValueKind() != JsonValueKind.String ? "is not a text."
            : value.GetValue<string>().Length is 0 ? "is empty. Leave the column out."
            : value.GetValue<string>().Length > Number(column, "MaxLength") ? $"is longer than {column.Text("MaxLength")}."
            : null,
            "bit" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : "is neither true nor false.",
            "datetime" => value.GetValueKind() == JsonValueKind.String
            && DateOnly.TryParseExact(value.GetValue<string>(), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? null
                : "is not a date such as 2026-01-31.",
            "picklist" => Options(column, choices).Contains(value.ToJsonString(), StringComparer.Ordinal)
                ? null
                : $"is not a value of the choice {column.Text("OptionSetName")}.",
            "int" => Whole(value, column),
            "decimal" => Amount(value, column),
            _ => $"fills a column of type {column.Text("Type")}, which no shipped row does.",
        };

    private static IEnumerable<string> Options(SourceElement column, SourceElement[] choices) =>
        choices
            .Where(choice => choice.Attribute("Name") == column.Text("OptionSetName"))
            .SelectMany(choice => choice.Element.Descendants("option"))
            .Select(option => (string?)option.Attribute("value") ?? "");

    private static string? Whole(JsonNode value, SourceElement column) =>
        value.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue(out int number)
            ? Range(number, column)
            : "is not a whole number.";

    private static string? Amount(JsonNode value, SourceElement column)
    {
        if (value.GetValueKind() != JsonValueKind.Number || !value.AsValue().TryGetValue(out decimal number))
        {
            return "is not a number.";
        }

        return decimal.Round(number, (int)Number(column, "Accuracy")) == number
            ? Range(number, column)
            : $"has more than {column.Text("Accuracy")} decimals.";
    }

    private static string? Range(decimal number, SourceElement column) =>
        number < Number(column, "MinValue") || number > Number(column, "MaxValue")
            ? $"lies outside {column.Text("MinValue")} to {column.Text("MaxValue")}."
            : null;

    private static decimal Number(SourceElement column, string element) => decimal.Parse(column.Text(element), CultureInfo.InvariantCulture);
}
