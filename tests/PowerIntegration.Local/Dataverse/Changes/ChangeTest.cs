using System.Collections.Frozen;
using System.Collections.Immutable;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Query;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Changes;

/// <summary>Turns a subscription into a test of a change; names it does not support are refused when it subscribes.</summary>
internal static class ChangeTest
{
    private static readonly FrozenDictionary<int, FrozenSet<string>> Messages = new Dictionary<int, FrozenSet<string>>
    {
        [1] = FrozenSet.Create("Create"),
        [2] = FrozenSet.Create("Delete"),
        [3] = FrozenSet.Create("Update"),
        [4] = FrozenSet.Create("Create", "Update"),
        [5] = FrozenSet.Create("Create", "Delete"),
        [6] = FrozenSet.Create("Update", "Delete"),
        [7] = FrozenSet.Create("Create", "Update", "Delete"),
    }.ToFrozenDictionary();

    public static Func<RowWrite, bool> Compile(OrganizationModel model, RowChangeSubscription subscription)
    {
        var table = model.FindTable(subscription.EntityLogicalName) ?? throw Faults.UnknownTable(subscription.EntityLogicalName);
        var messages =
            Messages.GetValueOrDefault(subscription.Message)
            ?? throw Faults.Invalid($"The change type {subscription.Message} of a subscription to '{table.LogicalName}' is not 1 to 7.");
        if (subscription.Scope != 4)
        {
            throw Faults.NotBuilt($"A subscription to '{table.LogicalName}' with scope {subscription.Scope}");
        }

        var columns = Columns(table, subscription.FilteringAttributes);
        var filter = Filter(model, table, subscription.FilterExpression);
        return write =>
            write.Table == table.LogicalName
            && messages.Contains(write.Message)
            && (write.Message != "Update" || columns.Count == 0 || write.Columns.Any(columns.Contains))
            && (write.After is null || filter(write.After));
    }

    private static FrozenSet<string> Columns(TableDefinition table, string? list)
    {
        var names = (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = names.FirstOrDefault(name => table.Find(name) is null);
        return unknown is null ? names.ToFrozenSet() : throw Faults.UnknownColumn(table.LogicalName, unknown);
    }

    private static Func<Row, bool> Filter(OrganizationModel model, TableDefinition table, string? expression)
    {
        if (string.IsNullOrWhiteSpace(expression))
        {
            return _ => true;
        }

        var filter = new ODataFilterParser(new ODataPaths(model, table, null), expression, FrozenDictionary<string, string>.Empty).Parse();
        var test = new QueryScope(table, Guid.Empty, null).Compile(filter, null);
        return row => test(new JoinedRow(row, ImmutableDictionary<string, Row>.Empty));
    }
}
