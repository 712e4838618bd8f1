using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents.Protection;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Keeps what a contract is billed from true. Which preparation is the last posted one only posting and its reversal say; a signature under opening
/// balances nobody writes by hand, a text that is edited is signed by nobody and by its editor never, and what was billed from does not change any
/// more.
/// </summary>
[PluginStep("Create", ContractTable.LogicalName, PluginStage.PreOperation)]
[PluginStep(
    "Update",
    ContractTable.LogicalName,
    PluginStage.PreOperation,
    PreImage = "PreImage",
    PreImageAttributes = [ContractTable.BasePreparationId],
    FilteringAttributes = [
        ContractTable.BasePreparationId,
        ContractTable.LastPostedNumber,
        ContractTable.OpeningBalances,
        ContractTable.OpeningEnteredBy,
        ContractTable.OpeningSignedBy,
        ContractTable.OpeningSignedOn,
        ContractTable.OpeningHash,
    ]
)]
public sealed class ProtectContractBase : PluginShell
{
    private static readonly string[] Base = [ContractTable.BasePreparationId, ContractTable.LastPostedNumber];

    private static readonly string[] Signature = [ContractTable.OpeningSignedBy, ContractTable.OpeningSignedOn, ContractTable.OpeningHash];

    private protected override void Run(PluginCall call)
    {
        var target = call.Input<Entity>("Target");
        var isOpening = target.Contains(ContractTable.OpeningBalances);
        var refusal =
            RowProtection.BaseIsWritten([.. Base.Where(target.Contains)], call.IsInside(PluginCall.OwnApiPrefix))
            ?? RowProtection.SignatureIsWritten([.. Signature.Where(target.Contains)], call.IsInside(SignOpeningBalances.Message))
            ?? RowProtection.OpeningIsWritten(isOpening, target.Contains(ContractTable.OpeningEnteredBy), IsPosted(call));
        if (refusal is not null)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }

        if (isOpening)
        {
            target[ContractTable.OpeningEnteredBy] = call.Caller();
            foreach (var column in Signature)
            {
                target[column] = null;
            }
        }
    }

    private static bool IsPosted(PluginCall call) =>
        call.Context.PreEntityImages.TryGetValue("PreImage", out var before)
        && before.GetAttributeValue<EntityReference>(ContractTable.BasePreparationId) is not null;
}
