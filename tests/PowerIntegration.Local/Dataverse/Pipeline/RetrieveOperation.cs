using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Query;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Retrieve of one row, by id or alternate key. It takes no lock.</summary>
internal sealed class RetrieveOperation : IMessageOperation
{
    private readonly Platform platform;

    public RetrieveOperation(Platform platform) => this.platform = platform;

    public void Resolve(MessageCall call)
    {
        var target = Target(call);
        call.Table = platform.Table(target.LogicalName);
        var row =
            ColumnValues.Find(platform, call.Transaction, target)
            ?? throw (target.KeyAttributes.Count > 0 ? Faults.KeyMissing(target.LogicalName) : Faults.RowMissing(target.LogicalName, target.Id));
        call.RowId = row.Id;
    }

    public void CheckSecurity(MessageCall call) => platform.Privileges.Require(call.Caller.UserId, "Read", call.Table!);

    public void Run(MessageCall call)
    {
        if (call.Inputs.TryGetValue("RelatedEntitiesQuery", out var related) && related is not null)
        {
            throw Faults.NotBuilt("RelatedEntitiesQuery of Retrieve");
        }

        var columns =
            call.Inputs.TryGetValue("ColumnSet", out var given) && given is ColumnSet set
                ? set
                : throw Faults.Invalid("Required field 'ColumnSet' is missing from the message Retrieve.");
        var row = call.Transaction.Find(call.Table!.LogicalName, call.RowId) ?? throw Faults.RowMissing(call.Table.LogicalName, call.RowId);
        call.Outputs[ResponseOf.Row] = EntityProjection.Single(platform.Model, call.Transaction, call.Table, columns, row);
    }

    private static EntityReference Target(MessageCall call) =>
        call.Inputs.TryGetValue("Target", out var target) && target is EntityReference reference
            ? reference
            : throw Faults.Invalid("Required field 'Target' is missing from the message Retrieve.");
}
