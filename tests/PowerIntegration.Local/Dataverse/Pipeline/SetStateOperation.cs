using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>
/// SetState, and SetStateDynamicEntity with it, activate or deactivate a row. They are older than an Update of statecode and still answered; the Web
/// API does not have them.
/// </summary>
internal sealed class SetStateOperation : IMessageOperation
{
    // The caller leaves the reason to the platform.
    private const int DefaultStatus = -1;

    private readonly Platform platform;
    private readonly RowUpdate update;

    public SetStateOperation(Platform platform, RowUpdate update)
    {
        this.platform = platform;
        this.update = update;
    }

    public void Resolve(MessageCall call)
    {
        var target = call.Required<EntityReference>("EntityMoniker");
        call.Required<OptionSetValue>("State");
        call.Required<OptionSetValue>("Status");
        call.Table = platform.Table(target.LogicalName);
        call.RowId = target.Id;
    }

    public void CheckSecurity(MessageCall call) => platform.Privileges.Require(call.Caller.UserId, "Write", call.Table!);

    public void Run(MessageCall call)
    {
        var row = new Entity(call.Table!.LogicalName, call.RowId) { ["statecode"] = call.Required<OptionSetValue>("State") };
        if (call.Required<OptionSetValue>("Status") is { Value: not DefaultStatus } status)
        {
            row["statuscode"] = status;
        }

        update.Apply(call, row);
    }
}
