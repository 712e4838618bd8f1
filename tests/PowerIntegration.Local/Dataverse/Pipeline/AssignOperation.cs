using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Assign gives a row another owner. It is older than an Update of ownerid and still answered; the Web API does not have it.</summary>
internal sealed class AssignOperation : IMessageOperation
{
    private readonly Platform platform;
    private readonly RowUpdate update;

    public AssignOperation(Platform platform, RowUpdate update)
    {
        this.platform = platform;
        this.update = update;
    }

    public void Resolve(MessageCall call)
    {
        var target = call.Required<EntityReference>("Target");
        call.Required<EntityReference>("Assignee");
        call.Table = platform.Table(target.LogicalName);
        if (!call.Table.IsUserOwned)
        {
            throw Faults.Invalid($"Rows of '{call.Table.LogicalName}' have no owner; the message Assign does not exist for them.");
        }

        call.RowId = target.Id;
    }

    public void CheckSecurity(MessageCall call) => platform.Privileges.Require(call.Caller.UserId, "Assign", call.Table!);

    public void Run(MessageCall call) =>
        update.Apply(call, new Entity(call.Table!.LogicalName, call.RowId) { ["ownerid"] = call.Required<EntityReference>("Assignee") });
}
