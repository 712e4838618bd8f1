using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Contracts;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Reversals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Takes a posted document back: an unpaid one is cancelled, a paid one credited line by line, its retainage with it. The first person asks and gives
/// the reason; a second person confirms by calling the same without a reason, and only then it may be submitted.
/// </summary>
[CustomApi("pint_PrepareReversal")]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid)]
[CustomApiInput("Reason", CustomApiFieldType.String, IsOptional = true)]
[CustomApiOutput("DocumentId", CustomApiFieldType.Guid)]
[CustomApiOutput("State", CustomApiFieldType.String)]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String)]
[CustomApiOutput("Message", CustomApiFieldType.String)]
[CustomApiOutput("ApprovalPlace", CustomApiFieldType.String)]
[CustomApiOutput("Amount", CustomApiFieldType.Decimal)]
[CustomApiOutput("Currency", CustomApiFieldType.String)]
[CustomApiOutput("PayloadHash", CustomApiFieldType.String)]
[CustomApiOutput("PreparationId", CustomApiFieldType.Guid)]
[CustomApiOutput("Summary", CustomApiFieldType.String)]
public sealed class PrepareReversal : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var originalId = call.Input<Guid>("DocumentId");
        var service = call.SystemService();
        var answer = new PreparationAnswer(call);
        if (ContractLock.Take(service, originalId) is not { } contractId)
        {
            answer.NotFound(originalId);
            return;
        }

        var request = new ReversalRow(service, ContractSnapshot.Read(service, contractId, originalId), call);
        if (request.Refusal is { } refusal)
        {
            answer.Refuse(refusal);
            return;
        }

        var own = request.FindOrCreate();
        var decision = ReversalPreparation.Decide(request.Facts(own));
        answer.Write(decision, new PreparationWriter(service, own), own);
        call.Output("DocumentId", own.Own.Id);
    }
}
