using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Takes a posted document back: an unpaid one is cancelled, a paid one credited line by line, its retainage with it. The first person asks and gives
/// the reason; a second person confirms by calling the same without a reason, and only then it may be submitted.
/// </summary>
[CustomApi(
    "pint_PrepareReversal",
    "prvWritepint_Commitment",
    "Takes a posted document back: the first person asks with a reason, a second person confirms by the same call. "
        + "Unpaid documents are cancelled, paid ones credited line by line."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row id of the posted document.")]
[CustomApiInput(
    "Reason",
    CustomApiFieldType.String,
    "Why it is taken back. The first person gives it; whoever confirms gives none.",
    IsOptional = true
)]
[CustomApiOutput("DocumentId", CustomApiFieldType.Guid, "Row id of the reversal.")]
[CustomApiAnswer(typeof(PreparationAnswer))]
[CustomApiAnswer(typeof(ReleasedWork))]
public sealed class PrepareReversal : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var originalId = call.Input<Guid>("DocumentId");
        var service = call.SystemService();
        var answer = new PreparationAnswer(call);
        if (DocumentIdentity.Find(service, originalId) is not { } identity)
        {
            answer.NotFound(originalId);
            return;
        }

        ScopeLock.Take(service, identity);
        var original = CommitmentSnapshot.Read(service, identity.CommitmentId, originalId);
        var request = new ReversalRow(service, original, new ReversalPerson(call));
        if (request.Refusal is { } refusal)
        {
            answer.Refuse(refusal);
            return;
        }

        var own = request.FindOrCreate();
        var decision = ReversalDecision.Write(call, service, request, own);
        call.Output("DocumentId", own.Own.Id);
        ReleasedWork.Answer(call, Released(own, decision));
    }

    // The confirmation lets the reversal go on, with what waits for it.
    private static IReadOnlyList<Entity> Released(CommitmentSnapshot own, PreparationDecision decision)
    {
        if (decision is not PreparationDecision.Frozen { State: DocumentState.Prepared } frozen)
        {
            return [];
        }

        // What was frozen now counts, not what was proposed.
        own.Own[DocumentTable.PayableAmount] = frozen.Content.Amount;
        return own.OwnAndWaiting;
    }
}
