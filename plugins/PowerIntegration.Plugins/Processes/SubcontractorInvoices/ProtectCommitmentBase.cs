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
[PluginStep("Create", CommitmentTable.LogicalName, PluginStage.PreOperation)]
[PluginStep(
    "Update",
    CommitmentTable.LogicalName,
    PluginStage.PreOperation,
    PreImage = "PreImage",
    PreImageAttributes = [CommitmentTable.BasePreparationId],
    FilteringAttributes = [
        CommitmentTable.BasePreparationId,
        CommitmentTable.LastPostedNumber,
        CommitmentTable.OpeningBalances,
        CommitmentTable.OpeningEnteredBy,
        CommitmentTable.OpeningSignedBy,
        CommitmentTable.OpeningSignedOn,
        CommitmentTable.OpeningHash,
    ]
)]
public sealed class ProtectCommitmentBase : PluginShell
{
    private static readonly string[] Base = [CommitmentTable.BasePreparationId, CommitmentTable.LastPostedNumber];

    private static readonly string[] Signature = [CommitmentTable.OpeningSignedBy, CommitmentTable.OpeningSignedOn, CommitmentTable.OpeningHash];

    private protected override void Run(PluginCall call)
    {
        var target = call.Input<Entity>("Target");
        var isOpening = target.Contains(CommitmentTable.OpeningBalances);
        var refusal =
            RowProtection.BaseIsWritten([.. Base.Where(target.Contains)], call.IsInside(PluginCall.OwnApiPrefix))
            ?? RowProtection.SignatureIsWritten([.. Signature.Where(target.Contains)], call.IsInside(SignOpeningBalances.Message))
            ?? RowProtection.OpeningIsWritten(isOpening, target.Contains(CommitmentTable.OpeningEnteredBy), IsPosted(call));
        if (refusal is not null)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }

        if (isOpening)
        {
            target[CommitmentTable.OpeningEnteredBy] = call.Caller();
            foreach (var column in Signature)
            {
                target[column] = null;
            }
        }
    }

    private static bool IsPosted(PluginCall call) =>
        call.Context.PreEntityImages.TryGetValue("PreImage", out var before)
        && before.GetAttributeValue<EntityReference>(CommitmentTable.BasePreparationId) is not null;
}
