using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Reverses a posted document: an unpaid one is canceled, a paid one is credited line by line, including its retainage. One person requests it with
/// a reason. A second person confirms it by calling this without a reason; only then can it be submitted.
/// </summary>
[CustomApi(
    "pint_PrepareReversal",
    Gates.PrepareReversal,
    "Reverses a posted document. One person requests it with a reason; a second person confirms it by calling this without a reason. "
        + "Unpaid documents are canceled, paid ones are credited line by line."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the posted document.")]
[CustomApiInput(
    "Reason",
    CustomApiFieldType.String,
    "Reason for the reversal. Given by the person who requests it; leave empty to confirm.",
    IsOptional = true
)]
[CustomApiInput(
    "Withdraw",
    CustomApiFieldType.Boolean,
    "Yes to withdraw a reversal that was requested and has not been sent. The document stays posted.",
    IsOptional = true
)]
[CustomApiOutput("DocumentId", CustomApiFieldType.Guid, "Row ID of the reversal.")]
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
        var person = new ReversalPerson(call);
        var request = new ReversalRow(service, original, person);
        if (call.OptionalFlag("Withdraw"))
        {
            Withdraw(call, service, request, person.Caller);
            return;
        }

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

    private static void Withdraw(PluginCall call, IOrganizationService service, ReversalRow request, Person caller)
    {
        var answer = new PreparationAnswer(call);
        if (request.Open is not { } own)
        {
            answer.Refuse(ReversalRules.NothingToWithdraw());
            return;
        }

        new PreparationWriter(service, own, call.Context.OperationCreatedOn).Write(ReversalRules.Withdrawn(own.Summary, caller), answer);
        call.Output("DocumentId", own.Own.Id);
        ReleasedWork.Answer(call, []);
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
