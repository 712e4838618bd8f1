using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents.Protection;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Keeps what a contract is billed from true. Which preparation is the last posted one only posting and its reversal say; a signature under opening
/// balances nobody writes by hand; balances that are edited are signed by nobody, and by those who edited them never; what was billed from does not
/// change any more. A signature that is emptied, as every change of a row of the balances does, counts as an edit.
/// </summary>
[PluginStep("Create", CommitmentTable.LogicalName, PluginStage.PreOperation)]
[PluginStep(
    "Update",
    CommitmentTable.LogicalName,
    PluginStage.PreOperation,
    PreImage = "PreImage",
    PreImageAttributes = [
        CommitmentTable.BasePreparationId,
        CommitmentTable.OpeningEnteredBy,
        CommitmentTable.OpeningEnteredById,
        CommitmentTable.OpeningSignedById,
    ],
    FilteringAttributes = [
        CommitmentTable.BasePreparationId,
        CommitmentTable.LastPostedNumber,
        CommitmentTable.OpeningDate,
        CommitmentTable.OpeningOriginalSum,
        CommitmentTable.OpeningLastNumber,
        CommitmentTable.OpeningPostedRevisions,
        CommitmentTable.OpeningClosedLines,
        CommitmentTable.OpeningStoredMaterials,
        CommitmentTable.OpeningThresholdNumber,
        CommitmentTable.OpeningThresholdAmount,
        CommitmentTable.OpeningGross,
        CommitmentTable.OpeningRetainage,
        CommitmentTable.OpeningOracleGross,
        CommitmentTable.OpeningRetainageAccount,
        CommitmentTable.OpeningEnteredBy,
        CommitmentTable.OpeningEnteredById,
        CommitmentTable.OpeningSignedBy,
        CommitmentTable.OpeningSignedById,
        CommitmentTable.OpeningSignedOn,
        CommitmentTable.OpeningHash,
    ]
)]
public sealed class ProtectCommitmentBase : PluginShell
{
    private static readonly string[] Base = [CommitmentTable.BasePreparationId, CommitmentTable.LastPostedNumber];

    private static readonly string[] Signature =
    [
        CommitmentTable.OpeningSignedBy,
        CommitmentTable.OpeningSignedById,
        CommitmentTable.OpeningSignedOn,
        CommitmentTable.OpeningHash,
    ];

    private protected override void Run(PluginCall call)
    {
        var target = call.Input<Entity>("Target");
        var isSigning = call.IsInside(SignOpeningBalances.Message);
        var isOpening =
            OpeningBalanceRows.HeaderColumns.Any(target.Contains)
            || (!isSigning && Signature.Any(column => target.Contains(column) && target[column] is null));
        var refusal =
            RowProtection.BaseIsWritten([.. Base.Where(target.Contains)], call.IsInside(PluginCall.OwnApiPrefix))
            ?? RowProtection.SignatureIsWritten([.. Signature.Where(column => target.Contains(column) && target[column] is not null)], isSigning)
            ?? RowProtection.OpeningIsWritten(
                isOpening,
                (target.Contains(CommitmentTable.OpeningEnteredBy) || target.Contains(CommitmentTable.OpeningEnteredById)),
                IsPosted(call)
            );
        if (refusal is not null)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }

        if (isOpening)
        {
            var entered = EnteredBy(call);
            target[CommitmentTable.OpeningEnteredBy] = Person.WriteNames(entered);
            target[CommitmentTable.OpeningEnteredById] = Person.WriteIds(entered);
            foreach (var column in Signature)
            {
                target[column] = null;
            }
        }
    }

    // Who entered before the last signature is vouched for by who signed; everybody who entered since then is not.
    private static IReadOnlyList<Person> EnteredBy(PluginCall call)
    {
        call.Context.PreEntityImages.TryGetValue("PreImage", out var before);
        var isSigned = before?.GetAttributeValue<string>(CommitmentTable.OpeningSignedById) is not null;
        var known = isSigned
            ? []
            : Person.ReadAll(
                before?.GetAttributeValue<string>(CommitmentTable.OpeningEnteredById),
                before?.GetAttributeValue<string>(CommitmentTable.OpeningEnteredBy)
            );
        var caller = call.Caller();
        List<Person> entered = [.. known.Where(person => !person.Is(caller)), caller];
        if (
            Person.WriteNames(entered).Length > CommitmentTable.OpeningEnteredByLengthMax
            || Person.WriteIds(entered).Length > CommitmentTable.OpeningEnteredByIdLengthMax
        )
        {
            var refusal = RowProtection.TooManyEntered();
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }

        return entered;
    }

    private static bool IsPosted(PluginCall call) =>
        call.Context.PreEntityImages.TryGetValue("PreImage", out var before)
        && before.GetAttributeValue<EntityReference>(CommitmentTable.BasePreparationId) is not null;
}
