using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Protection;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// A change of an opening balance is a change of the commitment: the signature is removed, and the editor cannot sign. Once a document has been
/// billed from the balances, the commitment refuses the change and the row stays as it is.
/// </summary>
[PluginStep("Create", OpeningBalanceTable.LogicalName, PluginStage.PreOperation)]
[ProtectedTable(
    OpeningBalanceTable.LogicalName,
    PreImage = PreImage,
    PreImageAttributes = [OpeningBalanceTable.Key, OpeningBalanceTable.CommitmentId, OpeningBalanceTable.ProcoreLineId]
)]
public sealed class ProtectOpeningBalances : PluginShell
{
    private const string PreImage = "PreImage";

    private static readonly string[] Identity = [OpeningBalanceTable.Key, OpeningBalanceTable.CommitmentId, OpeningBalanceTable.ProcoreLineId];

    private protected override void Run(PluginCall call)
    {
        var commitment = call.Context.MessageName switch
        {
            "Create" => Created(call),
            "Update" => Changed(call),
            "Delete" => Deleted(call),
            _ => throw Refused(RowProtection.OwnerOrStatusChanges()),
        };
        call.CallerService().Update(new Entity(CommitmentTable.LogicalName, commitment.Id) { [CommitmentTable.OpeningHash] = null });
    }

    private static EntityReference Created(PluginCall call)
    {
        var target = call.Input<Entity>("Target");
        if (
            target.GetAttributeValue<EntityReference>(OpeningBalanceTable.CommitmentId) is not { } commitment
            || target.GetAttributeValue<string>(OpeningBalanceTable.ProcoreLineId) is not { Length: > 0 } line
        )
        {
            throw Refused(new Refusal(SharedReasons.InputUnusable, "The opening balance has no commitment or no Procore line. Fill in both."));
        }

        var row = call.SystemService().Retrieve(CommitmentTable.LogicalName, commitment.Id, new ColumnSet(CommitmentTable.Key));
        var key = SyncKey.ForOpeningBalance(row.GetAttributeValue<string>(CommitmentTable.Key), line);
        if (target.GetAttributeValue<string>(OpeningBalanceTable.Key) is { Length: > 0 } said && said != key)
        {
            throw Refused(RowProtection.OpeningRowMoves());
        }

        target[OpeningBalanceTable.Key] = key;
        return commitment;
    }

    private static EntityReference Changed(PluginCall call)
    {
        if (!call.Context.PreEntityImages.TryGetValue(PreImage, out var before))
        {
            throw new InvalidPluginExecutionException(
                "The change cannot be checked: the installation is incomplete. Ask the integration administrator to import the solution again."
            );
        }

        var target = call.Input<Entity>("Target");
        if (Identity.Any(column => target.Contains(column) && !Equals(Plain(target[column]), Plain(before[column]))))
        {
            throw Refused(RowProtection.OpeningRowMoves());
        }

        return before.GetAttributeValue<EntityReference>(OpeningBalanceTable.CommitmentId);
    }

    private static EntityReference Deleted(PluginCall call)
    {
        var target = call.Input<EntityReference>("Target");
        var row = Rows.Target(call.SystemService(), target, OpeningBalanceTable.Id, OpeningBalanceTable.Key, [OpeningBalanceTable.CommitmentId]);
        return row?.GetAttributeValue<EntityReference>(OpeningBalanceTable.CommitmentId)
            ?? throw Refused(new Refusal(SharedReasons.InputUnusable, "The opening balance no longer exists. Refresh the list."));
    }

    private static object? Plain(object? value) => value is EntityReference reference ? reference.Id : value;

    private static InvalidPluginExecutionException Refused(Refusal refusal) => new($"{refusal.Sentence} ({refusal.WireCode})");
}
