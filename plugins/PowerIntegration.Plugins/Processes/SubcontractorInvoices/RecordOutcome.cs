using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>Records what Oracle did with a document: confirms it line by line, makes it the contract's base and releases the next one.</summary>
[CustomApi(
    "pint_RecordOutcome",
    "prvCreatepint_Evidence",
    "Records what Oracle made of a submitted document, compares the read-back with the preparation, "
        + "moves the ledger of the contract and releases the next document that waited for it."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row id of the submitted document.")]
[CustomApiInput("Outcome", CustomApiFieldType.String, "What happened: submitted, posted, refused, notSent, open or onItsWay.")]
[CustomApiInput("ContentHash", CustomApiFieldType.String, "Hash of the payload that was sent; it must be the hash of the current preparation.")]
[CustomApiInput("ReadBack", CustomApiFieldType.String, "What Oracle answered when the invoice was read back, as JSON.", IsOptional = true)]
[CustomApiInput("Claim", CustomApiFieldType.String, "Name of the claim under which it was sent.", IsOptional = true)]
[CustomApiInput("Answers", CustomApiFieldType.String, "What Oracle answered to what was sent; it is kept as evidence.", IsOptional = true)]
[CustomApiInput("ReasonCode", CustomApiFieldType.String, "Code of the refusal, where Oracle refused.", IsOptional = true)]
[CustomApiInput("Message", CustomApiFieldType.String, "Sentence of the refusal, where Oracle refused.", IsOptional = true)]
[CustomApiOutput("State", CustomApiFieldType.String, "State of the document after the call, by its English name.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the first reason that applies; empty where nothing stands in the way.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Sentence for people: what happened, and what to do next.")]
[CustomApiOutput(
    "ReleasedDocumentId",
    CustomApiFieldType.Guid,
    "Row id of the next document of the contract that was waiting and may go on now; empty where none was."
)]
[CustomApiAnswer(typeof(ReleasedWork))]
public sealed class RecordOutcome : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var report = new OutcomeReport(call);
        var service = call.SystemService();
        if (DocumentIdentity.Find(service, documentId) is not { } identity)
        {
            var missing = new Refusal(DocumentReasons.DocumentNotFound, $"No document has the id {documentId}. Read the invoice from Procore again.");
            Answer(call, "Refused", missing.WireCode, missing.Sentence);
            return;
        }

        ScopeLock.Take(service, identity);
        var snapshot = CommitmentSnapshot.Read(service, identity.CommitmentId, documentId);
        var facts = new OutcomeReader(service, snapshot).Read(report);
        var decision = OutcomeRecording.Decide(facts);
        if (decision.IsChange)
        {
            new OutcomeWriter(service, snapshot).Write(decision, facts.Prepared, call.Context.OperationCreatedOn);
        }

        var key = snapshot.Document.RequiredText(DocumentTable.Key);
        report.Keep(
            new EvidenceWriter(service, documentId, key, report.Actor, call.Context.OperationCreatedOn),
            isRecord: facts.ReadBack is { Count: > 0 },
            decision.IsChange
        );
        Answer(call, decision.State.ToString(), decision.ReasonCode, decision.Message);
        if (decision.ReleasedId is { } released)
        {
            call.Output("ReleasedDocumentId", released);
            ReleasedWork.Answer(call, snapshot.Of(released)!.OwnAndWaiting);
        }
        else
        {
            ReleasedWork.Answer(call, []);
        }
    }

    private static void Answer(PluginCall call, string state, string reasonCode, string message)
    {
        call.Output("State", state);
        call.Output("ReasonCode", reasonCode);
        call.Output("Message", message);
    }
}
