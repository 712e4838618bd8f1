using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Create, with the related rows of a deep insert in the same transaction.</summary>
internal sealed class CreateOperation : IMessageOperation
{
    /// <summary>Tries for an id that is free; a store kept from a run with the same seed holds the first ones.</summary>
    private const int IdTriesMax = 1_000_000;

    private readonly Platform platform;
    private readonly ColumnValues values;
    private readonly MessagePipeline pipeline;

    public CreateOperation(Platform platform, ColumnValues values, MessagePipeline pipeline)
    {
        this.platform = platform;
        this.values = values;
        this.pipeline = pipeline;
    }

    public void Resolve(MessageCall call) => call.Table = platform.WrittenTable(call.Target.LogicalName);

    public void CheckSecurity(MessageCall call)
    {
        platform.Privileges.Require(call.Caller.UserId, "Create", call.Table!);
        if (call.Target.Contains(StandardColumns.OverriddenCreatedOn))
        {
            platform.Privileges.Require(call.Caller.UserId, "prvOverrideCreatedOnCreatedBy");
        }

        AppendCheck.Require(platform, call);
    }

    public void Run(MessageCall call)
    {
        var table = call.Table!;
        var target = call.Target;
        CreateReferenced(call, target);
        var id = IdOf(call, target);
        call.Transaction.LockRow(table.LogicalName, id);
        if (call.Transaction.Find(table.LogicalName, id) is not null)
        {
            throw Faults.Of(DataverseErrorCode.DuplicateRecord, "Cannot insert duplicate key.");
        }

        var row = new Row(table.LogicalName, id, platform.Store.NextVersion(), Values(call, target, id));
        ((Dictionary<string, object>)row.Values)["versionnumber"] = row.Version;
        call.Transaction.Write(table, row);
        call.Transaction.Record(new RowWrite("Create", table.LogicalName, id, [.. target.Attributes.Keys], row, call.Caller.UserId));
        CreateReferencing(call, target, id);
        call.RowId = id;
        call.After = call.Transaction.Find(table.LogicalName, id);
        call.Outputs["id"] = id;
    }

    private Guid IdOf(MessageCall call, Entity target)
    {
        var table = call.Table!;
        var given = target.Id != Guid.Empty ? target.Id : target.GetAttributeValue<Guid>(table.PrimaryKey);
        for (var tries = 0; given == Guid.Empty && tries < IdTriesMax; tries++)
        {
            var candidate = platform.Ids.NextGuid();
            given = call.Transaction.Find(table.LogicalName, candidate) is null ? candidate : Guid.Empty;
        }

        return given;
    }

    private Dictionary<string, object> Values(MessageCall call, Entity target, Guid id)
    {
        var table = call.Table!;
        var stored = new Dictionary<string, object>(StringComparer.Ordinal) { [table.PrimaryKey] = id };
        foreach (var (name, value) in target.Attributes)
        {
            var column = table.Find(name) ?? throw Faults.UnknownColumn(table.LogicalName, name);
            // The platform passes over what a create may not set, createdon for example.
            if (column.ValidForCreate && column.Kind != ColumnKind.PrimaryKey && values.ToStored(call.Transaction, table, column, value) is { } found)
            {
                stored[name] = found;
            }
        }

        AddKeyValues(call, target, stored);
        AddDefaults(call, stored);
        RequireSystemRequired(table, stored);
        return stored;
    }

    // An entity named by an alternate key carries the key's values outside its attributes; a value of its own wins.
    private void AddKeyValues(MessageCall call, Entity target, Dictionary<string, object> stored)
    {
        foreach (var (name, value) in target.KeyAttributes)
        {
            var column = call.Table!.Find(name) ?? throw Faults.UnknownColumn(call.Table.LogicalName, name);
            if (!target.Contains(name) && values.ToStored(call.Transaction, call.Table, column, value) is { } found)
            {
                stored[name] = found;
            }
        }
    }

    private void AddDefaults(MessageCall call, Dictionary<string, object> stored)
    {
        var table = call.Table!;
        // Applied by the server for choices and yes/no; general knowledge, not a document at hand.
        foreach (var column in table.Columns.Where(column => column.DefaultValue is not null && !stored.ContainsKey(column.LogicalName)))
        {
            stored[column.LogicalName] = column.Kind == ColumnKind.Boolean ? column.DefaultValue == 1 : column.DefaultValue!.Value;
        }

        if (table.IsSystem)
        {
            return;
        }

        var user = new RowReference(SystemTables.User, call.Caller.UserId);
        stored["createdon"] = platform.Now;
        if (stored.TryGetValue(StandardColumns.OverriddenCreatedOn, out var madeElsewhere))
        {
            // The row keeps the date that it brings, and beside it the moment in which it came.
            stored["createdon"] = madeElsewhere;
            stored[StandardColumns.OverriddenCreatedOn] = platform.Now;
        }

        stored["createdby"] = user;
        stored["modifiedon"] = platform.Now;
        stored["modifiedby"] = user;
        StateRule.ApplyToCreate(table, stored);
        if (table.IsUserOwned)
        {
            stored.TryAdd("ownerid", user);
            stored["owninguser"] = stored["ownerid"];
            stored["owningbusinessunit"] = new RowReference(SystemTables.BusinessUnit, SystemTables.BusinessUnitId);
        }
    }

    private static void RequireSystemRequired(TableDefinition table, Dictionary<string, object> stored)
    {
        var missing = table.Columns.FirstOrDefault(column => column.SystemRequired && !stored.ContainsKey(column.LogicalName));
        if (missing is not null)
        {
            throw Faults.Invalid($"The attribute '{missing.LogicalName}' of '{table.LogicalName}' is required by the system and cannot be empty.");
        }
    }

    // A row nested under a lookup is created first, and pointed to.
    private void CreateReferenced(MessageCall call, Entity target)
    {
        foreach (var (key, related) in target.RelatedEntities)
        {
            var relationship = platform.Model.LookupsOf(target.LogicalName).FirstOrDefault(candidate => candidate.SchemaName == key.SchemaName);
            if (
                relationship is null
                || (relationship.ReferencedTable == relationship.ReferencingTable && key.PrimaryEntityRole == EntityRole.Referenced)
            )
            {
                continue;
            }

            var child =
                related.Entities.Count == 1
                    ? related.Entities[0]
                    : throw Faults.Invalid(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"The lookup relationship '{key.SchemaName}' takes one row, not {related.Entities.Count}."
                        )
                    );
            target[relationship.ReferencingColumn] = new EntityReference(relationship.ReferencedTable, CreateChild(call, child));
        }
    }

    private void CreateReferencing(MessageCall call, Entity target, Guid id)
    {
        foreach (var (key, related) in target.RelatedEntities)
        {
            if (
                platform
                    .Model.LookupsOf(target.LogicalName)
                    .Any(candidate => candidate.SchemaName == key.SchemaName && candidate.ReferencedTable != target.LogicalName)
            )
            {
                continue;
            }

            var relationship =
                platform.Model.CollectionsOf(target.LogicalName).FirstOrDefault(candidate => candidate.SchemaName == key.SchemaName)
                ?? throw Faults.Invalid($"The table '{target.LogicalName}' has no relationship '{key.SchemaName}'.");
            foreach (var child in related.Entities)
            {
                child[relationship.ReferencingColumn] = new EntityReference(target.LogicalName, id);
                CreateChild(call, child);
            }
        }
    }

    // Every row of a deep insert runs its own Create with all its steps, in this transaction and at this depth.
    private Guid CreateChild(MessageCall call, Entity child) =>
        ((CreateResponse)pipeline.Execute(new CreateRequest { Target = child }, call.Caller with { Transaction = call.Transaction })).id;
}
