using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Versions;

/// <summary>
/// Keeps what two people decide: a row is entered as a draft, whoever changes the draft is recorded and its hash is computed again, and no
/// save changes what is active or superseded, not even a system administrator's.
/// </summary>
[PluginStep("Create", EnvironmentTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", PayablesSetupTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", VendorLinkTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", ProjectTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", CommitmentTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", CommitmentTermsTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", ApprovalAuthorityTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", OwnershipRuleTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", WbsMappingRuleTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", JurisdictionRuleTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Create", RecordLinkTable.LogicalName, PluginStage.PreOperation)]
[ProtectedTable(EnvironmentTable.LogicalName)]
[ProtectedTable(PayablesSetupTable.LogicalName)]
[ProtectedTable(VendorLinkTable.LogicalName, Refreshable = [VendorLinkTable.LockId])]
[ProtectedTable(
    ProjectTable.LogicalName,
    Refreshable = [ProjectTable.ProcoreWorkflow, ProjectTable.ProcoreWorkflowReadOn, ProjectTable.ProcoreWorkflowNote]
)]
[ProtectedTable(
    CommitmentTable.LogicalName,
    Refreshable = [
        CommitmentTable.BasePreparationId,
        CommitmentTable.LastPostedNumber,
        CommitmentTable.LockId,
        CommitmentTable.OpeningClosedLines,
        CommitmentTable.OpeningDate,
        CommitmentTable.OpeningEnteredBy,
        CommitmentTable.OpeningEnteredById,
        CommitmentTable.OpeningGross,
        CommitmentTable.OpeningHash,
        CommitmentTable.OpeningLastNumber,
        CommitmentTable.OpeningOracleGross,
        CommitmentTable.OpeningOriginalSum,
        CommitmentTable.OpeningPostedRevisions,
        CommitmentTable.OpeningRetainage,
        CommitmentTable.OpeningRetainageAccount,
        CommitmentTable.OpeningSignedBy,
        CommitmentTable.OpeningSignedById,
        CommitmentTable.OpeningSignedOn,
        CommitmentTable.OpeningStoredMaterials,
        CommitmentTable.OpeningThresholdAmount,
        CommitmentTable.OpeningThresholdNumber,
    ]
)]
[ProtectedTable(CommitmentTermsTable.LogicalName)]
[ProtectedTable(ApprovalAuthorityTable.LogicalName)]
[ProtectedTable(OwnershipRuleTable.LogicalName)]
[ProtectedTable(WbsMappingRuleTable.LogicalName)]
[ProtectedTable(JurisdictionRuleTable.LogicalName)]
[ProtectedTable(RecordLinkTable.LogicalName)]
public sealed class ProtectVersions : PluginShell
{
    private static readonly string[] OwnerOrStatus = ["ownerid", "statecode", "statuscode"];

    private protected override void Run(PluginCall call)
    {
        var table = VersionedTables.Find(call.Context.PrimaryEntityName);
        Invariant.Require(table is not null, "A protected table is in the register of versions.");
        if (call.IsInsideAny(VersionMessages.All))
        {
            return;
        }

        switch (call.Context.MessageName)
        {
            case "Create":
                Create(call, table);
                break;
            case "Update":
                Update(call, table);
                break;
            case "Delete":
                Delete(call, table);
                break;
            default:
                Refuse(VersionProtection.OwnerOrStatus(Labels.Of(table.LogicalName)));
                break;
        }
    }

    private static void Create(PluginCall call, VersionedTable table)
    {
        var target = call.Input<Entity>("Target");
        var isFact = table.FactsFrom is { } api && call.IsInsideAny([api]);
        if (!isFact)
        {
            Refuse(VersionProtection.Creates(VersionRows.Name(table, target), State(target), Written(table, target, VersionedTable.Bookkeeping)));
            VersionLock.Take(call.SystemService(), table);
            target[CommitmentTable.RuleState] = new OptionSetValue(RuleStateChoice.Draft);
            Contribute(call, table, target, []);
            Refuse(EntryChecks.Of(call.SystemService(), table, VersionReader.Resolved(call.SystemService(), target)));
        }

        InWords(call.SystemService(), table, target, target);
        target[CommitmentTable.VersionHash] = VersionRows.Hash(table, VersionReader.Resolved(call.SystemService(), target));
    }

    private static void Update(PluginCall call, VersionedTable table)
    {
        var target = call.Input<Entity>("Target");
        // It is written from the rule below; what a caller writes there would tell the second person something else.
        target.Attributes.Remove(WbsMappingRuleTable.Warning);
        string[] columns = [.. target.Attributes.Keys.Where(column => column != table.Id && !table.Product.Contains(column))];
        if (columns.Length == 0)
        {
            return;
        }

        var service = call.SystemService();
        VersionLock.Take(service, table);
        var row = VersionReader.Target(service, table, target.Id, target.KeyAttributes) ?? throw Gone(table);
        var name = VersionRows.Name(table, row);
        Refuse(columns.Any(OwnerOrStatus.Contains) ? VersionProtection.OwnerOrStatus(name) : null);
        Refuse(
            VersionProtection.Changes(
                name,
                State(row) ?? VersionState.Draft,
                State(target),
                [
                    .. columns
                        .Where(column => column != CommitmentTable.RuleState && !VersionedTable.Bookkeeping.Contains(column))
                        .Select(column => Labels.Of(table.LogicalName, column)),
                ],
                // Clearing one is a change of it too.
                [.. columns.Where(VersionedTable.Bookkeeping.Contains).Select(column => Labels.Of(table.LogicalName, column))]
            )
        );
        if (State(row) is not (null or VersionState.Draft))
        {
            return;
        }

        Contribute(call, table, target, VersionRows.Contributors(row));
        foreach (var column in VersionReader.Resolved(service, target).Attributes)
        {
            row[column.Key] = column.Value;
        }

        Refuse(EntryChecks.Of(service, table, row));
        InWords(service, table, target, row);
        target[CommitmentTable.VersionHash] = VersionRows.Hash(table, row);
    }

    private static void Delete(PluginCall call, VersionedTable table)
    {
        var target = call.Input<EntityReference>("Target");
        var service = call.SystemService();
        VersionLock.Take(service, table);
        var row = VersionReader.Target(service, table, target.Id, target.KeyAttributes) ?? throw Gone(table);
        Refuse(VersionProtection.Deletes(VersionRows.Name(table, row), State(row) ?? VersionState.Draft));
    }

    // What a caller writes there does not count: the words always say what the list says.
    private static void InWords(IOrganizationService service, VersionedTable table, Entity target, Entity row)
    {
        if (table.LogicalName == WbsMappingRuleTable.LogicalName)
        {
            target[WbsMappingRuleTable.Warning] = MappingEffects.CatchAll(service, VersionReader.Resolved(service, row));
        }

        if (table.LogicalName == CommitmentTermsTable.LogicalName)
        {
            var words = TermsListWords.Of(row);
            row[CommitmentTermsTable.ListsInWords] = words;
            target[CommitmentTermsTable.ListsInWords] = words;
        }
    }

    private static void Contribute(PluginCall call, VersionedTable table, Entity target, IReadOnlyList<Person> known)
    {
        // The connector enters a draft for a person; the application that did the call decides nothing and contributes nothing.
        var caller = call.IsInsideAny([DraftMapping.Message]) ? call.ActingUser() : call.Caller();
        List<Person> contributors = [.. known.Where(person => !person.Is(caller)), caller];
        var names = Person.WriteNames(contributors);
        var ids = Person.WriteIds(contributors);
        Refuse(
            names.Length > CommitmentTable.ContributorsLengthMax || ids.Length > CommitmentTable.ContributorIdsLengthMax
                ? VersionProtection.TooManyContributors(VersionRows.Name(table, target))
                : null
        );
        target[CommitmentTable.Contributors] = names;
        target[CommitmentTable.ContributorIds] = ids;
    }

    private static string[] Written(VersionedTable table, Entity target, IEnumerable<string> columns) =>
        [.. columns.Where(column => target.Contains(column) && target[column] is not null).Select(column => Labels.Of(table.LogicalName, column))];

    private static VersionState? State(Entity row) => VersionStates.FromChoice(new RowView(row).Choice(CommitmentTable.RuleState));

    private static InvalidPluginExecutionException Gone(VersionedTable table) =>
        new($"The {Labels.Of(table.LogicalName)} no longer exists. Refresh the list.");

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }
    }
}
