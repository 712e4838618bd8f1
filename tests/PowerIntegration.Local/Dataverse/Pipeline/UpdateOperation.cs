using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Update of the columns named, under the row's lock.</summary>
internal sealed class UpdateOperation : IMessageOperation
{
    private readonly Platform platform;
    private readonly RowUpdate update;

    public UpdateOperation(Platform platform, RowUpdate update)
    {
        this.platform = platform;
        this.update = update;
    }

    public void Resolve(MessageCall call)
    {
        var target = call.Target;
        call.Table = platform.WrittenTable(target.LogicalName);
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

    public void Run(MessageCall call) => update.Apply(call, call.Target);
}
