using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Versions;

/// <summary>
/// Gives a new version its key, so that people type none. A key that is given, as imports do, must belong to the record that the row is about. It
/// runs before the transaction: others read the key in it. Two rows that come to the same free key at one moment are told apart by the alternate
/// key; the second is refused and tried again.
/// </summary>
[PluginStep("Create", EnvironmentTable.LogicalName, PluginStage.PreValidation)]
[PluginStep("Create", PayablesSetupTable.LogicalName, PluginStage.PreValidation)]
[PluginStep("Create", VendorLinkTable.LogicalName, PluginStage.PreValidation)]
[PluginStep("Create", ProjectTable.LogicalName, PluginStage.PreValidation)]
[PluginStep("Create", CommitmentTable.LogicalName, PluginStage.PreValidation)]
[PluginStep("Create", CommitmentTermsTable.LogicalName, PluginStage.PreValidation)]
[PluginStep("Create", ApprovalAuthorityTable.LogicalName, PluginStage.PreValidation)]
[PluginStep("Create", OwnershipRuleTable.LogicalName, PluginStage.PreValidation)]
[PluginStep("Create", WbsMappingRuleTable.LogicalName, PluginStage.PreValidation)]
[PluginStep("Create", JurisdictionRuleTable.LogicalName, PluginStage.PreValidation)]
[PluginStep("Create", RecordLinkTable.LogicalName, PluginStage.PreValidation)]
public sealed class ProvideKeys : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var target = call.Input<Entity>("Target");
        var table = VersionedTables.Find(call.Context.PrimaryEntityName);
        Invariant.Require(table is not null, "A table with keys is in the register of versions.");
        if (table.FactsFrom is { } api && call.IsInsideAny([api]))
        {
            return;
        }

        var service = call.SystemService();
        var keys = new VersionKeys(service);
        var key = keys.Of(table, VersionReader.Resolved(service, target));
        var label = Labels.Of(table.LogicalName);
        if (new RowView(target).Text(CommitmentTable.Key) is { Length: > 0 } given)
        {
            Refuse(
                SyncKey.IsValid(given)
                    ? table.LogicalName == EnvironmentTable.LogicalName
                        ? null
                        : key?.Contradicts(given, label)
                    : Unusable(
                        $"{label}: the key '{given}' has other characters than A-Z, 0-9, the bar and the hyphen. Leave it empty; it is filled in."
                    )
            );
            return;
        }

        if (key is null)
        {
            Refuse(Unusable($"{label}: {Made(table)} is missing. Fill it in; the key of the record is made from it."));
            return;
        }

        target[CommitmentTable.Key] = key.Free(keys.Taken(table, key.Stem));
    }

    private static string Made(VersionedTable table) =>
        table.LogicalName switch
        {
            EnvironmentTable.LogicalName => Label(table, EnvironmentTable.Name),
            WbsMappingRuleTable.LogicalName => $"{Label(table, WbsMappingRuleTable.ProjectId)} or {Label(table, WbsMappingRuleTable.EnvironmentId)}",
            CommitmentTermsTable.LogicalName => Label(table, CommitmentTermsTable.CommitmentId),
            VendorLinkTable.LogicalName => string.Join(
                ", ",
                Label(table, VendorLinkTable.EnvironmentId),
                Label(table, VendorLinkTable.ProcoreId),
                "or " + Label(table, VendorLinkTable.BusinessUnit)
            ),
            ProjectTable.LogicalName or CommitmentTable.LogicalName => $"{Label(table, ProjectTable.EnvironmentId)} or "
                + Label(table, ProjectTable.ProcoreId),
            _ => Label(table, ProjectTable.EnvironmentId),
        };

    private static string Label(VersionedTable table, string column) => Labels.Of(table.LogicalName, column);

    private static Refusal Unusable(string sentence) => new(SharedReasons.InputUnusable, sentence);

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }
    }
}
