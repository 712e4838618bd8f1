using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.ApprovalRows;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>Has content that was rejected asked about again: a controller says why, and the document is prepared again.</summary>
[CustomApi(
    "pint_AskApprovalAgain",
    Gates.AskApprovalAgain,
    "Has a rejected document asked about again as the caller, with a reason. Only a controller may call it."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the rejected document.")]
[CustomApiInput("Reason", CustomApiFieldType.String, "Why it is asked again.")]
[CustomApiOutput("State", CustomApiFieldType.String, "State of the document after the call, in English.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason that stops the document; empty if none does.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
public sealed class AskApprovalAgain : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var caller = call.Person();
        var documentId = call.Input<Guid>("DocumentId");
        var reason = call.Input<string>("Reason").Trim();
        var service = call.SystemService();
        if (DocumentIdentity.Find(service, documentId) is not { } identity)
        {
            Answer(
                call,
                "Refused",
                new Refusal(DocumentReasons.DocumentNotFound, $"Document {documentId} does not exist. Choose an existing document.")
            );
            return;
        }

        ScopeLock.Take(service, identity);
        var file = ApprovalFile.Find(service, documentId)!;
        if (reason.Length == 0)
        {
            Answer(call, file.State.ToString(), new Refusal(SharedReasons.InputUnusable, $"Enter why {file.Name} is asked again."));
            return;
        }

        if (file.State != DocumentState.Refused || file.Document.Text(DocumentTable.ReasonCode) != ApprovalReasons.ApprovalRejected.Wire)
        {
            Answer(
                call,
                file.State.ToString(),
                new Refusal(
                    DocumentReasons.DocumentState,
                    $"{file.Name} is {file.State} and was not rejected. Only a rejected document is asked again."
                )
            );
            return;
        }

        foreach (var rejected in ApprovalRow.OfRecord(service, file.Document).Where(request => request.State == ApprovalState.Rejected))
        {
            rejected.Void(service, Sentence.Fit($"{caller} had it asked again: {reason}", ApprovalTable.ReasonLengthMax));
        }

        var held = new Refusal(DocumentReasons.DecisionRecorded, $"{caller} had {file.Name} asked again: {reason} It is prepared again.");
        service.Update(
            new Entity(DocumentTable.LogicalName, documentId)
            {
                [DocumentTable.DocumentState] = new OptionSetValue(DocumentStates.ToChoice(DocumentState.Held)),
                [DocumentTable.ReasonCode] = held.WireCode,
                [DocumentTable.Reason] = Sentence.Fit(held.Sentence, DocumentTable.ReasonLengthMax),
                [DocumentTable.Attempts] = null,
                [DocumentTable.NextTryOn] = null,
            }
        );
        InboxRelease.Of(service, documentId);
        Answer(call, DocumentState.Held.ToString(), held);
    }

    private static void Answer(PluginCall call, string state, Refusal refusal)
    {
        call.Output("State", state);
        call.Output("ReasonCode", refusal.WireCode);
        call.Output("Message", refusal.Sentence);
    }
}
