using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Versions;

/// <summary>
/// Keeps the terms by which documents were decided: a draft is edited, an active version is ended or superseded, and nothing becomes active that
/// cannot be used.
/// </summary>
[PluginStep("Create", CommitmentTermsTable.LogicalName, PluginStage.PreOperation)]
[ProtectedTable(
    CommitmentTermsTable.LogicalName,
    PreImage = PreImage,
    PreImageAttributes = [CommitmentTermsTable.Key, CommitmentTermsTable.RuleState]
)]
public sealed class ProtectCommitmentTerms : PluginShell
{
    private const string PreImage = "PreImage";

    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var refusal = call.Context.MessageName switch
        {
            "Create" => null,
            "Update" => Changed(call),
            "Delete" => Deleted(service, call.Input<EntityReference>("Target")),
            _ => new Refusal(
                DocumentReasons.DocumentState,
                "The status of commitment terms cannot be changed. Change the state to Active or Superseded instead."
            ),
        };
        if (refusal is not null)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }

        if (call.Context.MessageName is "Create" or "Update" && State(call.Input<Entity>("Target")) == VersionState.Active)
        {
            RequireUsable(service, call.Input<Entity>("Target"), call.Context.MessageName == "Create");
        }
    }

    private static Refusal? Changed(PluginCall call)
    {
        if (!call.Context.PreEntityImages.TryGetValue(PreImage, out var before))
        {
            throw new InvalidPluginExecutionException(
                "The change cannot be checked: the installation is incomplete. Ask the integration administrator to import the solution again."
            );
        }

        var target = call.Input<Entity>("Target");
        string[] contents =
        [
            .. target
                .Attributes.Keys.Where(column =>
                    column is not (CommitmentTermsTable.Id or CommitmentTermsTable.RuleState or CommitmentTermsTable.ValidTo)
                )
                .Select(column => Labels.Of(CommitmentTermsTable.LogicalName, column)),
        ];
        return VersionProtection.Changes(
            "Terms " + before.GetAttributeValue<string>(CommitmentTermsTable.Key),
            State(before) ?? VersionState.Draft,
            State(target),
            contents,
            target.Contains(CommitmentTermsTable.ValidTo)
        );
    }

    private static Refusal? Deleted(IOrganizationService service, EntityReference target)
    {
        string[] columns = [CommitmentTermsTable.Key, CommitmentTermsTable.RuleState];
        var row =
            Rows.Target(service, target, CommitmentTermsTable.Id, CommitmentTermsTable.Key, columns)
            ?? throw new InvalidPluginExecutionException("The commitment terms no longer exist. Refresh the list.");
        return VersionProtection.Deletes("Terms " + row.GetAttributeValue<string>(CommitmentTermsTable.Key), State(row) ?? VersionState.Draft);
    }

    private static void RequireUsable(IOrganizationService service, Entity target, bool isNew)
    {
        var row = isNew ? new Entity(CommitmentTermsTable.LogicalName) : Stored(service, target.Id);
        foreach (var column in target.Attributes)
        {
            row[column.Key] = column.Value;
        }

        // Number and currency of the commitment are not part of the row; what can be used does not depend on them.
        var version = TermsVersionRows.Read(new RowView(row), "", "");
        if (version.Problems.Count > 0)
        {
            throw new InvalidPluginExecutionException($"{TermsSelection.Unusable(version)} Correct the terms before you activate them.");
        }
    }

    private static Entity Stored(IOrganizationService service, Guid id) =>
        service.Retrieve(CommitmentTermsTable.LogicalName, id, new ColumnSet([.. TermsVersionRows.Columns]));

    private static VersionState? State(Entity row) => VersionStates.FromChoice(new RowView(row).Choice(CommitmentTermsTable.RuleState));
}
