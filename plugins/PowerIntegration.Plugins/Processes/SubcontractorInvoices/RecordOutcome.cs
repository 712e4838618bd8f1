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
    "Records the result of sending a document to Oracle, compares the read-back with the preparation, "
        + "updates the ledger of the commitment and releases the next document that was waiting."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the submitted document.")]
[CustomApiInput("Outcome", CustomApiFieldType.String, "What happened: submitted, posted, refused, notSent, open or onItsWay.")]
[CustomApiInput("ContentHash", CustomApiFieldType.String, "Hash of the content that was sent. It must match the current preparation.")]
[CustomApiInput("ReadBack", CustomApiFieldType.String, "The invoice as read back from Oracle, as JSON.", IsOptional = true)]
[CustomApiInput("Claim", CustomApiFieldType.String, "Name of the claim it was sent with.", IsOptional = true)]
[CustomApiInput("Answers", CustomApiFieldType.String, "Oracle's responses. They are kept as evidence.", IsOptional = true)]
[CustomApiInput("ReasonCode", CustomApiFieldType.String, "Code of the refusal, if Oracle refused the document.", IsOptional = true)]
[CustomApiInput("Message", CustomApiFieldType.String, "Message of the refusal, if Oracle refused the document.", IsOptional = true)]
[CustomApiOutput("State", CustomApiFieldType.String, "State of the document after the call, in English.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the first reason that stops the document; empty if none does.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
[CustomApiOutput(
    "ReleasedDocumentId",
    CustomApiFieldType.Guid,
    "Row ID of the next document of the commitment that was waiting and can continue now; empty if there is none."
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
            var missing = new Refusal(DocumentReasons.DocumentNotFound, $"Document {documentId} does not exist. Choose an existing document.");
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
