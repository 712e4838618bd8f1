using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Delete, with what the relationships say about the rows that point to the deleted one.</summary>
internal sealed class DeleteOperation : IMessageOperation
{
    private readonly Platform platform;
    private readonly MessagePipeline pipeline;

    public DeleteOperation(Platform platform, MessagePipeline pipeline)
    {
        this.platform = platform;
        this.pipeline = pipeline;
    }

    public void Resolve(MessageCall call)
    {
        var target = Target(call);
        call.Table = platform.Table(target.LogicalName);
        if (call.Table.IsSystem)
        {
            throw Faults.NotBuilt($"Deleting rows of '{call.Table.LogicalName}'");
        }

        var row =
            ColumnValues.Find(platform, call.Transaction, target)
            ?? throw (target.KeyAttributes.Count > 0 ? Faults.KeyMissing(target.LogicalName) : Faults.RowMissing(target.LogicalName, target.Id));
        call.RowId = row.Id;
    }

    public void CheckSecurity(MessageCall call) => platform.Privileges.Require(call.Caller.UserId, "Delete", call.Table!);

    public void Run(MessageCall call)
    {
        var table = call.Table!;
        call.Transaction.LockRow(table.LogicalName, call.RowId);
        var row = call.Transaction.Find(table.LogicalName, call.RowId) ?? throw Faults.RowMissing(table.LogicalName, call.RowId);
        RowVersion.Require(call, Target(call).RowVersion, row);
        foreach (var relationship in platform.Model.CollectionsOf(table.LogicalName))
        {
            Release(call, relationship, row);
        }

        call.Transaction.Delete(table, row);
        call.Transaction.Record(new RowWrite("Delete", table.LogicalName, row.Id, [], null, call.Caller.UserId));
        call.Before = row;
    }

    private static EntityReference Target(MessageCall call) => call.Required<EntityReference>("Target");

    private void Release(MessageCall call, RelationshipDefinition relationship, Row row)
    {
        var pointing = call.Transaction.PointingTo(relationship.ReferencingTable, relationship.ReferencingColumn, row.Id).ToList();
        if (pointing.Count == 0)
        {
            return;
        }

        switch (relationship.OnDelete)
        {
            case DeleteBehavior.Restrict:
                throw ReferenceCheck.Restricted(relationship, row.Id);
            case DeleteBehavior.Cascade:
                pointing.ForEach(child => Nested(call, new DeleteRequest { Target = new EntityReference(child.Table, child.Id) }));
                break;
            case DeleteBehavior.RemoveLink:
                Unlink(call, relationship, pointing);
                break;
            default:
                throw Faults.NotBuilt($"Deleting a row that '{relationship.SchemaName}' still points to");
        }
    }

    private void Unlink(MessageCall call, RelationshipDefinition relationship, List<Row> pointing)
    {
        foreach (var child in pointing)
        {
            var update = new Entity(child.Table, child.Id) { [relationship.ReferencingColumn] = null };
            Nested(call, new UpdateRequest { Target = update });
        }
    }

    // What a delete drags along runs in its transaction and in the platform's own name: the caller needs no right on those tables.
    private void Nested(MessageCall call, OrganizationRequest request) =>
        pipeline.Execute(request, call.Caller with { Transaction = call.Transaction, UserId = SystemTables.SystemUserId });
}
