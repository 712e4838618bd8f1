using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents.Protection;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Documents;

/// <summary>
/// The application that two people registered as the gateway of an environment. A role alone does not say that: whoever assigns roles could make
/// another application a gateway.
/// </summary>
/// <param name="Environment">Key of the environment; null where the record has none.</param>
/// <param name="ApplicationId">Its application ID; null where none is registered.</param>
internal sealed record RegisteredGateway(string? Environment, Guid? ApplicationId)
{
    /// <summary>The columns of an environment that it is read from.</summary>
    public static readonly string[] Columns = [EnvironmentTable.Key, EnvironmentTable.GatewayApplicationId, EnvironmentTable.RuleState];

    public static RegisteredGateway Read(RowView environment) =>
        new(
            environment.Text(EnvironmentTable.Key),
            // What one person entered as a draft registers nothing.
            environment.Choice(EnvironmentTable.RuleState) == RuleStateChoice.Active
            && Guid.TryParse(environment.Text(EnvironmentTable.GatewayApplicationId), out var id)
            && id != Guid.Empty
                ? id
                : null
        );

    /// <summary>The gateway of an environment, whether the caller named it by its id or by its key.</summary>
    public static RegisteredGateway Of(IOrganizationService service, EntityReference? environment) =>
        environment is not null && Rows.Target(service, environment, EnvironmentTable.Id, EnvironmentTable.Key, Columns) is { } row
            ? Read(new RowView(row))
            : new RegisteredGateway(null, null);

    /// <summary>Refuses every caller but this gateway.</summary>
    public void Require(PluginCall call)
    {
        if (GatewayRule.Refuse(Environment, ApplicationId, call.ApplicationId) is { } refusal)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }
    }
}
