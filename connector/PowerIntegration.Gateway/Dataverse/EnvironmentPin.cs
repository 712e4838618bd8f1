using Microsoft.Extensions.Options;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Settings;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Dataverse;

/// <summary>
/// The environment this gateway is pinned to. Every operation checks it first; nothing is read or sent for another pair of systems.
/// </summary>
internal sealed class EnvironmentPin(
    IDataverseStore store,
    IOptions<GatewayOptions> gateway,
    IOptions<ProcoreOptions> procore,
    IOptions<OracleOptions> oracle
)
{
    private static readonly string[] Columns =
    [
        EnvironmentTable.Kind,
        EnvironmentTable.Generation,
        EnvironmentTable.ProcoreCompanyId,
        EnvironmentTable.OraclePod,
        EnvironmentTable.RuleState,
    ];

    private EntityReference? environment;
    private KeyScope? scope;

    /// <summary>Key of the environment, first part of every key.</summary>
    public string Key => gateway.Value.Environment;

    /// <summary>The environment's row; known once <see cref="RequireAsync"/> has passed.</summary>
    public EntityReference Environment => this.environment ?? throw new InvalidOperationException("The environment is checked first.");

    /// <summary>First part of every other key; known once <see cref="RequireAsync"/> has passed.</summary>
    public KeyScope Scope => this.scope ?? throw new InvalidOperationException("The environment is checked first.");

    /// <summary>Refuses where the row and the settings of this gateway do not name the same pair.</summary>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        var row =
            await store.FindByKeyAsync(EnvironmentTable.LogicalName, SyncKey.ForEnvironment(Key), Columns, cancellationToken)
            ?? throw Mismatch($"Environment '{Key}' does not exist. Ask the integration administrator to add it.");
        if (row.GetAttributeValue<OptionSetValue>(EnvironmentTable.RuleState)?.Value != RuleStateChoice.Active)
        {
            throw Mismatch($"Environment '{Key}' is not active. Ask a second administrator to review and activate it.");
        }

        RequireEqual("Procore company", row.GetAttributeValue<string>(EnvironmentTable.ProcoreCompanyId), procore.Value.CompanyId);
        RequireEqual("Oracle pod", row.GetAttributeValue<string>(EnvironmentTable.OraclePod), oracle.Value.Pod);
        var kind =
            row.GetAttributeValue<OptionSetValue>(EnvironmentTable.Kind)?.Value
            ?? throw Mismatch($"Environment '{Key}' has no kind. Ask the integration administrator to choose production or a sandbox.");
        var systems = new PairedSystems(procore.Value.BaseUrl!, procore.Value.LoginUrl!, oracle.Value.BaseUrl!, oracle.Value.Pod);
        if (systems.FirstMismatch(kind) is { } sentence)
        {
            throw Mismatch($"Environment '{Key}' {sentence} Ask the integration administrator to correct it.");
        }

        if (row.GetAttributeValue<int?>(EnvironmentTable.Generation) is not { } generation)
        {
            throw Mismatch($"Environment '{Key}' has no generation. Ask the integration administrator to enter the number of its last refresh.");
        }

        this.environment = row.ToEntityReference();
        this.scope = new KeyScope(Key, generation);
    }

    private void RequireEqual(string what, string? rowSays, string settingSays)
    {
        if (!string.Equals(rowSays, settingSays, StringComparison.Ordinal))
        {
            throw Mismatch(
                $"The {what} of environment '{Key}' is '{rowSays}', but this gateway uses '{settingSays}'. Choose the connection of that environment."
            );
        }
    }

    private static IntegrationException Mismatch(string sentence) => new(ProblemCatalog.EnvironmentMismatch, sentence);
}
