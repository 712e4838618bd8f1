using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>What every message that changes a row does in the end: checks the values, stamps the row and writes it.</summary>
internal sealed class RowUpdate
{
    private readonly Platform platform;
    private readonly ColumnValues values;

    public RowUpdate(Platform platform, ColumnValues values)
    {
        this.platform = platform;
        this.values = values;
    }

    /// <summary>Writes the columns that the change names, under the lock of the row of the call.</summary>
    public void Apply(MessageCall call, Entity change)
    {
        var table = call.Table!;
        call.Transaction.LockRow(table.LogicalName, call.RowId);
        // Read after the lock: a writer that waited sees what the one before it committed.
        var before = call.Transaction.Find(table.LogicalName, call.RowId) ?? throw Faults.RowMissing(table.LogicalName, call.RowId);
        RowVersion.Require(call, change.RowVersion, before);
        var stored = Values(call, change, before);
        var row = new Row(table.LogicalName, before.Id, platform.Store.NextVersion(), stored);
        stored["versionnumber"] = row.Version;
        call.Transaction.Write(table, row);
        call.Transaction.Record(new RowWrite("Update", table.LogicalName, row.Id, [.. change.Attributes.Keys], row, call.Caller.UserId));
        call.Before = before;
        call.After = row;
    }

    private Dictionary<string, object> Values(MessageCall call, Entity change, Row before)
    {
        var table = call.Table!;
        var stored = new Dictionary<string, object>(before.Values, StringComparer.Ordinal);
        foreach (var (name, value) in change.Attributes)
        {
            var column = table.Find(name) ?? throw Faults.UnknownColumn(table.LogicalName, name);
            if (column.Kind == ColumnKind.PrimaryKey ? (Guid?)value != before.Id : column.SystemRequired && value is null)
            {
                throw Faults.Invalid(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The attribute '{name}' of '{table.LogicalName}' row {before.Id} cannot be changed to '{value}'."
                    )
                );
            }

            // The platform passes over what an update may not set.
            if (column.ValidForUpdate && column.Kind != ColumnKind.PrimaryKey)
            {
                Set(stored, name, values.ToStored(call.Transaction, table, column, value));
            }
        }

        if (!table.IsSystem)
        {
            Stamp(call, change, stored);
        }

        return stored;
    }

    private void Stamp(MessageCall call, Entity change, Dictionary<string, object> stored)
    {
        foreach (
            var name in new[] { "statecode", "statuscode", "ownerid" }.Where(name => call.Table!.Find(name) is not null && !stored.ContainsKey(name))
        )
        {
            throw Faults.Invalid($"The attribute '{name}' of '{call.Table!.LogicalName}' row {call.RowId} cannot be emptied.");
        }

        StateRule.ApplyToUpdate(call.Table!, stored, change.Contains("statecode"), change.Contains("statuscode"));
        stored["modifiedon"] = platform.Now;
        stored["modifiedby"] = new RowReference(SystemTables.User, call.Caller.UserId);
        if (call.Table!.IsUserOwned)
        {
            stored["owninguser"] = stored["ownerid"];
        }
    }

    private static void Set(Dictionary<string, object> stored, string name, object? value)
    {
        if (value is null)
        {
            stored.Remove(name);
        }
        else
        {
            stored[name] = value;
        }
    }
}
