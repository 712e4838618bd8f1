using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Update of the columns named, under the row's lock.</summary>
internal sealed class UpdateOperation : IMessageOperation
{
    private readonly Platform platform;
    private readonly ColumnValues values;

    public UpdateOperation(Platform platform, ColumnValues values)
    {
        this.platform = platform;
        this.values = values;
    }

    public void Resolve(MessageCall call)
    {
        var target = call.Target;
        call.Table = platform.Table(target.LogicalName);
        if (target.RelatedEntities.Count > 0)
        {
            throw Faults.NotBuilt("An Update with RelatedEntities");
        }

        if (target.Id == Guid.Empty && target.GetAttributeValue<Guid>(call.Table.PrimaryKey) is var id && id != Guid.Empty)
        {
            target.Id = id;
        }

        if (target.Id == Guid.Empty)
        {
            target.Id =
                ColumnValues.FindByKey(call.Transaction, call.Table, target.KeyAttributes)?.Id ?? throw Faults.KeyMissing(call.Table.LogicalName);
        }

        call.RowId = target.Id;
    }

    public void CheckSecurity(MessageCall call)
    {
        platform.Privileges.Require(call.Caller.UserId, "Write", call.Table!);
        if (call.Target.Contains("ownerid"))
        {
            platform.Privileges.Require(call.Caller.UserId, "Assign", call.Table!);
        }

        AppendCheck.Require(platform, call);
    }

    public void Run(MessageCall call)
    {
        var table = call.Table!;
        call.Transaction.LockRow(table.LogicalName, call.RowId);
        // Read after the lock: a writer that waited sees what the one before it committed.
        var before = call.Transaction.Find(table.LogicalName, call.RowId) ?? throw Faults.RowMissing(table.LogicalName, call.RowId);
        RowVersion.Require(call, call.Target.RowVersion, before);
        var stored = Values(call, before);
        var row = new Row(table.LogicalName, before.Id, platform.Store.NextVersion(), stored);
        stored["versionnumber"] = row.Version;
        call.Transaction.Write(table, row);
        call.Transaction.Record(new RowWrite("Update", table.LogicalName, row.Id, [.. call.Target.Attributes.Keys], row, call.Caller.UserId));
        call.Before = before;
        call.After = row;
    }

    private Dictionary<string, object> Values(MessageCall call, Row before)
    {
        var table = call.Table!;
        var target = call.Target;
        var stored = new Dictionary<string, object>(before.Values, StringComparer.Ordinal);
        foreach (var (name, value) in target.Attributes)
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
            Stamp(call, stored);
        }

        return stored;
    }

    private void Stamp(MessageCall call, Dictionary<string, object> stored)
    {
        foreach (
            var name in new[] { "statecode", "statuscode", "ownerid" }.Where(name => call.Table!.Find(name) is not null && !stored.ContainsKey(name))
        )
        {
            throw Faults.Invalid($"The attribute '{name}' of '{call.Table!.LogicalName}' row {call.RowId} cannot be emptied.");
        }

        StateRule.ApplyToUpdate(call.Table!, stored, call.Target.Contains("statecode"), call.Target.Contains("statuscode"));
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
