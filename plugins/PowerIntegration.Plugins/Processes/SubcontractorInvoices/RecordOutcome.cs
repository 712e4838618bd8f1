using PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Contracts;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>Records what Oracle did with a document: confirms it line by line, makes it the contract's base and releases the next one.</summary>
[CustomApi("pint_RecordOutcome")]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid)]
[CustomApiInput("Outcome", CustomApiFieldType.String)]
[CustomApiInput("PayloadHash", CustomApiFieldType.String)]
[CustomApiInput("ReadBack", CustomApiFieldType.String, IsOptional = true)]
[CustomApiInput("ReasonCode", CustomApiFieldType.String, IsOptional = true)]
[CustomApiInput("Message", CustomApiFieldType.String, IsOptional = true)]
[CustomApiOutput("State", CustomApiFieldType.String)]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String)]
[CustomApiOutput("Message", CustomApiFieldType.String)]
[CustomApiOutput("ReleasedDocumentId", CustomApiFieldType.Guid)]
public sealed class RecordOutcome : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var report = new OutcomeReport(call);
        var service = call.SystemService();
        if (ContractLock.Take(service, documentId) is not { } contractId)
        {
            var missing = new Refusal(
                Domain.Refusals.ReasonCode.DocumentNotFound,
                $"No document has the id {documentId}. Read the invoice from Procore again."
            );
            Answer(call, "Refused", missing.WireCode, missing.Sentence);
            return;
        }

        var snapshot = ContractSnapshot.Read(service, contractId, documentId);
        var facts = new OutcomeReader(service, snapshot).Read(report);
        var decision = OutcomeRecording.Decide(facts);
        if (decision.IsChange)
        {
            new OutcomeWriter(service, snapshot).Write(decision, facts.Prepared, call.Context.OperationCreatedOn);
        }

        Answer(call, decision.State.ToString(), decision.ReasonCode, decision.Message);
        if (decision.ReleasedId is { } released)
        {
            call.Output("ReleasedDocumentId", released);
        }
    }

    private static void Answer(PluginCall call, string state, string reasonCode, string message)
    {
        call.Output("State", state);
        call.Output("ReasonCode", reasonCode);
        call.Output("Message", message);
    }
}
