using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Dataverse;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Calls;

/// <summary>The trigger on a row waits for changes of a table and columns that exist, with values within their range.</summary>
internal static class RowTriggerCheck
{
    private const string Prefix = "subscriptionRequest/";

    // Added, deleted, modified and their combinations; only those with modified know filtering columns.
    private static readonly long[] Modifying = [3, 4, 6, 7];

    private static readonly Dictionary<string, JsonRule> Values = new()
    {
        ["message"] = Rules.Whole(1, 7),
        ["scope"] = Rules.Whole(1, 4),
        ["runas"] = Rules.Whole(1, 3),
        ["entityname"] = Rules.Text,
        ["filteringattributes"] = Rules.Text,
        ["filterexpression"] = Rules.Text,
    };

    /// <summary>What is wrong with a trigger.</summary>
    public static IEnumerable<JsonFault> Find(DataverseModel model, CallPlace call) =>
        [
            .. Values
                .Where(rule => call.Parameters.ContainsKey(Prefix + rule.Key))
                .SelectMany(rule => rule.Value.Find(call.Parameters[Prefix + rule.Key], $"parameters/{Prefix}{rule.Key}")),
            .. Table(model, call),
        ];

    private static IEnumerable<JsonFault> Table(DataverseModel model, CallPlace call)
    {
        if (call.Parameters[Prefix + "entityname"].Text() is not { } entity)
        {
            return [];
        }

        return model.Table(entity) is { } table
            ? [.. Columns(table, call), .. Filter(model, table, call)]
            : [Fault("entityname", $"The table '{entity}' does not exist; triggers take logical names. Correct the name.")];
    }

    private static IEnumerable<JsonFault> Columns(TableModel table, CallPlace call)
    {
        if (call.Parameters[Prefix + "filteringattributes"].Text() is not { } columns)
        {
            yield break;
        }

        if (call.Parameters[Prefix + "message"].Whole() is { } message && !Modifying.Contains(message))
        {
            yield return Fault("filteringattributes", $"Filtering columns work on modified rows only, and the message is {message}. Remove them.");
        }

        // The trigger takes logical names, so a lookup is named without what its value adds to it.
        foreach (
            string column in columns
                .Split(',', StringSplitOptions.TrimEntries)
                .Where(name => table.Column(name) is null && table.Column($"_{name}_value") is null)
        )
        {
            yield return Fault(
                "filteringattributes",
                $"The table '{table.LogicalName}' or its column '{column}' does not exist; triggers take logical names."
            );
        }
    }

    private static IEnumerable<JsonFault> Filter(DataverseModel model, TableModel table, CallPlace call) =>
        call.Parameters[Prefix + "filterexpression"].Text() is { } filter
            ? QueryCheck.Filter(model, table, filter, call.Place).Select(sentence => Fault("filterexpression", sentence))
            : [];

    private static JsonFault Fault(string parameter, string sentence) => new($"parameters/{Prefix}{parameter}", sentence);
}
