using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>WhoAmI.</summary>
internal sealed class WhoAmIOperation : IMessageOperation
{
    public void Resolve(MessageCall call) { }

    public void CheckSecurity(MessageCall call) { }

    public void Run(MessageCall call)
    {
        call.Outputs["UserId"] = call.Caller.UserId;
        call.Outputs["BusinessUnitId"] = SystemTables.BusinessUnitId;
        call.Outputs["OrganizationId"] = SystemTables.OrganizationId;
    }
}
