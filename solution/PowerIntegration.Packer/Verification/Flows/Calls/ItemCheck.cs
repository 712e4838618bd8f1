using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Dataverse;
using PowerIntegration.Packer.Verification.Flows.Expressions;
using PowerIntegration.Packer.Verification.Flows.Reading;

namespace PowerIntegration.Packer.Verification.Flows.Calls;

/// <summary>A column that a call writes exists, can be written, and takes the value.</summary>
internal static partial class ItemCheck
{
    private const string Bind = "@odata.bind";

    /// <summary>What is wrong with one column; null where nothing is.</summary>
    public static string? Fault(DataverseModel model, TableModel table, string name, JsonNode? value, CallPlace call)
    {
        if (name.EndsWith(Bind, StringComparison.Ordinal))
        {
            return Binding(model, table, name[..^Bind.Length], value);
        }

        if (table.Column(name) is not { } column)
        {
            return table.Column($"_{name}_value") is null
                ? $"The parameter item/{name} does not exist there: {table.LogicalName} has no such column. Correct the name."
                : $"The column {name} of {table.LogicalName} is a lookup. Write it as item/<navigation property>{Bind}.";
        }

        bool canWrite = call.OperationId == "CreateRecord" ? column.CanCreate : column.CanUpdate;
        return !canWrite || column.IsLookup
            ? $"The column {name} of {table.LogicalName} cannot be written by {call.OperationId}. Remove it."
            : ValueFit.Required(column.Shape, value, call.Place, column.IsRequired);
    }

    private static string? Binding(DataverseModel model, TableModel table, string name, JsonNode? value)
    {
        if (table.Navigation(name) is not { IsCollection: false } navigation)
        {
            return $"{table.LogicalName} has no lookup with the navigation property '{name}'; case counts. Correct the name.";
        }

        string set = model.Table(navigation.Target)?.SetName ?? "";
        return value is null || IsWhole(value) || (Row().Match(value.Text() ?? "") is { Success: true } row && row.Groups[1].Value == set)
            ? null
            : $"The value is {value.Show()}, and a row of {navigation.Target} is expected. Write {set}(<id>).";
    }

    private static bool IsWhole(JsonNode value) => value.Text() is ['@', not ('@' or '{'), ..] text && Template.IsComputed(text);

    [GeneratedRegex(@"^/?([A-Za-z0-9_]+)\(.+\)$")]
    private static partial Regex Row();
}
