using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Plugins.ApprovalRows;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>
/// Records what became of passing a decision on to Procore. The document goes its way whatever it was: a step that was not answered is a finding.
/// </summary>
[CustomApi(
    "pint_RecordWorkflowAnswer",
    Gates.RecordWorkflowAnswer,
    "Records whether a decision was passed on to the step of a Procore workflow, and opens a finding if it was not. The document is not changed."
)]
[CustomApiInput("ApprovalId", CustomApiFieldType.Guid, "Row ID of the request for approval.")]
[CustomApiInput("Answer", CustomApiFieldType.String, "NotNeeded, Waiting, Given or NotGiven.")]
[CustomApiInput("Step", CustomApiFieldType.String, "Procore ID of the step occurrence.", IsOptional = true)]
[CustomApiInput("Note", CustomApiFieldType.String, "What happened.")]
[CustomApiOutput("Answer", CustomApiFieldType.String, "What was recorded. A decision that waited too long is recorded as NotGiven.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class RecordWorkflowAnswer : PluginShell
{
    private static readonly Dictionary<string, WorkflowAnswer> Answers = new(StringComparer.Ordinal)
    {
        [nameof(WorkflowAnswer.NotNeeded)] = WorkflowAnswer.NotNeeded,
        [nameof(WorkflowAnswer.Waiting)] = WorkflowAnswer.Waiting,
        [nameof(WorkflowAnswer.Given)] = WorkflowAnswer.Given,
        [nameof(WorkflowAnswer.NotGiven)] = WorkflowAnswer.NotGiven,
    };

    private protected override void Run(PluginCall call)
    {
        var id = call.Input<Guid>("ApprovalId");
        var service = call.SystemService();
        if (ApprovalRow.Find(service, id) is not { } found || DocumentIdentity.Find(service, found.DocumentId) is not { } identity)
        {
            throw Refused($"Request for approval {id} does not exist.");
        }

        identity.Gateway.Require(call);
        ScopeLock.Take(service, identity);
        var request = ApprovalRow.Find(service, id)!;
        if (request.Decision is not { } decision)
        {
            throw Refused($"{request.Name} is not decided.");
        }

        if (!Answers.TryGetValue(call.Input<string>("Answer"), out var answer))
        {
            throw Refused($"Answer {Sentence.Quoted(call.Input<string>("Answer"))} is not NotNeeded, Waiting, Given or NotGiven.");
        }

        // Of two calls at once, one may look before the other has answered.
        if (request.WorkflowAnswer == WorkflowAnswer.Given)
        {
            Answer(call, WorkflowAnswer.Given, $"{request.Name} was passed on to Procore already.");
            return;
        }

        var now = call.Context.OperationCreatedOn;
        var settled = decision.Settled(answer, now);
        var note = call.Input<string>("Note");
        request.Note(service, settled, call.OptionalText("Step"), note, now);
        var file = ApprovalFile.Find(service, request.DocumentId)!;
        if (settled == WorkflowAnswer.NotGiven)
        {
            new FindingWriter(service, now).Seen(NotGiven(file, decision, note), file.Subject);
        }
        else if (settled == WorkflowAnswer.Given)
        {
            Keep(service, file, request, decision, call.OptionalText("Step"), now);
        }

        Answer(call, settled, note);
    }

    private static Finding NotGiven(ApprovalFile file, WorkflowDecision decision, string note) =>
        new()
        {
            Kind = FindingKind.WorkflowNotAnswered,
            Severity = FindingSeverity.Warning,
            Owner = OwnerRole.Controller,
            Sentence =
                $"{file.Name} was {(decision.IsApproved ? "approved" : "rejected")} in Teams by {decision.Who}, but the step of its workflow in "
                + $"Procore was not answered. {note}",
            NextStep = "Answer the step in Procore, or ask the workflow manager there to do it. The document does not wait for it.",
        };

    private static void Keep(
        IOrganizationService service,
        ApprovalFile file,
        ApprovalRow request,
        WorkflowDecision decision,
        string? step,
        DateTime now
    ) =>
        new EvidenceWriter(
            service,
            file.DocumentId,
            file.Document.RequiredText(DocumentTable.Key),
            Sentence.Fit(decision.Who, EvidenceTable.ActorLengthMax),
            now
        ).Add([
            new EvidencePiece(
                EvidenceKindChoice.Approval,
                new JsonObject()
                    .Text("request", request.View.Text(ApprovalTable.Key))
                    .Text("contentHash", request.ContentHash)
                    .Text("procoreWorkflowStep", step)
                    .Text("comment", decision.Comment)
                    .ToString()
            ),
        ]);

    private static InvalidPluginExecutionException Refused(string sentence) =>
        new($"{sentence} Nothing was recorded. ({SharedReasons.InputUnusable.Wire})");

    private static void Answer(PluginCall call, WorkflowAnswer answer, string message)
    {
        call.Output("Answer", answer.ToString());
        call.Output("Message", message);
    }
}
