using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Dispatch;

/// <summary>Records what the target system did with a document, whatever its kind, keeps the evidence and says what goes on.</summary>
[CustomApi(
    "pint_RecordOutcome",
    Gates.RecordOutcome,
    "Records the result of sending a document to Oracle, compares the read-back with the preparation, "
        + "updates the ledger of the commitment and releases the next document that was waiting."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the submitted document.")]
[CustomApiInput("Outcome", CustomApiFieldType.String, "What happened: submitted, posted, refused, notSent, open or onItsWay.")]
[CustomApiInput("ContentHash", CustomApiFieldType.String, "Hash of the content that was sent. It must match the current preparation.")]
[CustomApiInput("ReadBack", CustomApiFieldType.String, "The invoice as read back from Oracle, as JSON.", IsOptional = true)]
[CustomApiInput("Claim", CustomApiFieldType.String, "Name of the claim it was sent with.")]
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
        if (DocumentIdentity.Find(service, documentId) is not { } document)
        {
            var missing = new Refusal(DocumentReasons.DocumentNotFound, $"Document {documentId} does not exist. Choose an existing document.");
            Answer(call, "Refused", missing.WireCode, missing.Sentence);
            return;
        }

        document.Gateway.Require(call);
        ScopeLock.Take(service, document);
        var now = call.Context.OperationCreatedOn;
        var recorded = ShippedProcesses.Record(service, document, report, now);
        report.Keep(new EvidenceWriter(service, documentId, recorded.DocumentKey, report.Actor, now), recorded.IsRecord, recorded.IsChange);
        Answer(call, recorded.State.ToString(), recorded.ReasonCode, recorded.Message);
        if (recorded.ReleasedId is { } released)
        {
            call.Output("ReleasedDocumentId", released);
        }

        ReleasedWork.Answer(call, recorded.Released);
    }

    private static void Answer(PluginCall call, string state, string reasonCode, string message)
    {
        call.Output("State", state);
        call.Output("ReasonCode", reasonCode);
        call.Output("Message", message);
    }
}
