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
/// Whatever happens to a row of opening balances happens to the contract: its signature is void, and the row's editor is among those who cannot sign
/// them. Where something is posted the contract refuses that, and the row stands still with it.
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
            throw Refused(
                new Refusal(
                    SharedReasons.InputUnusable,
                    $"A row of opening balances needs {OpeningBalanceTable.CommitmentId} and {OpeningBalanceTable.ProcoreLineId}. Fill both."
                )
            );
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
                $"The step on Update of {OpeningBalanceTable.LogicalName} has no image {PreImage}. Import the solution again."
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
            ?? throw Refused(new Refusal(SharedReasons.InputUnusable, "No row of opening balances is what is to be deleted. Read the rows again."));
    }

    private static object? Plain(object? value) => value is EntityReference reference ? reference.Id : value;

    private static InvalidPluginExecutionException Refused(Refusal refusal) => new($"{refusal.Sentence} ({refusal.WireCode})");
}
