using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Plugins.ApprovalRows;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>
/// Records one answer of Microsoft Approvals. The caller says which rows to read and nothing else: who answered what is read from the rows, compared
/// with what was asked, and kept, also where it has no effect.
/// </summary>
[CustomApi(
    "pint_RecordApproval",
    Gates.RecordApproval,
    "Reads one answer of Microsoft Approvals from its rows, checks who gave it to what, and approves or rejects the document. "
        + "An answer that does not count is recorded without effect."
)]
[CustomApiInput("ApprovalId", CustomApiFieldType.Guid, "Row ID of the approval in Microsoft Approvals.")]
[CustomApiInput("ResponseId", CustomApiFieldType.Guid, "Row ID of the answer in Microsoft Approvals.")]
[CustomApiOutput("IsOurs", CustomApiFieldType.Boolean, "True if the approval was asked by PowerIntegration.")]
[CustomApiOutput("Effect", CustomApiFieldType.String, "Approved, Rejected, None, Known, AskedOther or Forged; empty if the approval is not ours.")]
[CustomApiOutput("DecidedId", CustomApiFieldType.String, "Row ID of the request if it is decided now; empty if it is not.")]
[CustomApiOutput("State", CustomApiFieldType.String, "State of the document after the call, in English.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
public sealed class RecordApproval : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var approvalId = call.Input<Guid>("ApprovalId");
        var responseId = call.Input<Guid>("ResponseId");
        var service = call.SystemService();
        var now = call.Context.OperationCreatedOn;
        if (Request(service, approvalId) is not { } found || DocumentIdentity.Find(service, found.DocumentId) is not { } document)
        {
            Answer(call, false, "", null, "", $"Approval {approvalId} was not asked by PowerIntegration. Nothing was recorded.");
            return;
        }

        ScopeLock.Take(service, document);
        var request = Asked(service, ApprovalRow.Find(service, found.Id)!, approvalId, now);
        var file = ApprovalFile.Find(service, request.DocumentId)!;
        if (PlatformApproval.Answer(service, approvalId, responseId) is not { } answer)
        {
            Answer(
                call,
                true,
                AnswerEffect.None.ToString(),
                null,
                file.State.ToString(),
                $"Answer {responseId} to {request.Name} does not exist. Nothing was recorded."
            );
            return;
        }

        var verdict = Judge(service, request, file, answer, approvalId, now);
        if (verdict.Effect != AnswerEffect.Known)
        {
            Keep(service, file, request, answer, verdict, now);
            Apply(service, file, request, answer, verdict, now);
        }

        var after = ApprovalRow.Find(service, request.Id)!;
        Answer(
            call,
            true,
            verdict.Effect.ToString(),
            after.Decision is null ? null : after.Id,
            ApprovalFile.Find(service, file.DocumentId)!.State.ToString(),
            verdict.Sentence
        );
    }

    // A run that was cut after it had asked recorded nothing; its answer finds the request by the title.
    private static ApprovalRow? Request(IOrganizationService service, Guid approvalId) =>
        ApprovalRow.FindBy(service, ApprovalTable.RequestName, approvalId.ToString("D"))
        ?? (
            PlatformApproval.TitleOf(service, approvalId) is { Length: > 0 } title
            && ApprovalRow.FindBy(service, ApprovalTable.Title, title) is { } named
            && named.View.Text(ApprovalTable.RequestName) is null or ""
                ? named
                : null
        );

    private static ApprovalRow Asked(IOrganizationService service, ApprovalRow request, Guid approvalId, DateTime now)
    {
        if (request.State != ApprovalState.ToAsk || request.View.Text(ApprovalTable.RequestName) is { Length: > 0 })
        {
            return request;
        }

        RequestRecorder.Record(service, request, approvalId, now);
        return ApprovalRow.Find(service, request.Id)!;
    }

    private static AnswerVerdict Judge(
        IOrganizationService service,
        ApprovalRow request,
        ApprovalFile file,
        ApprovalAnswer answer,
        Guid approvalId,
        DateTime now
    ) =>
        AnswerRules.Judge(
            new AskedApproval
            {
                Name = request.Name,
                State = request.State,
                Reason = request.View.Text(ApprovalTable.Reason),
                Assignee = request.Assignee,
                AuthorityKey = request.View.RequiredText(ApprovalTable.AuthorityKey),
                AskedOn = request.View.Instant(ApprovalTable.AskedOn),
                ResponseId = request.View.Text(ApprovalTable.ResponseId),
                ContentHash = request.ContentHash,
                AwaitedHash = file.AwaitedHash,
                Differences = PlatformApproval.Differences(service, approvalId, request),
            },
            answer,
            file.ApprovalSubject(service, now),
            file.Authorities(service),
            file.ApprovalsApplication,
            file.TimeZone
        );

    private static void Apply(
        IOrganizationService service,
        ApprovalFile file,
        ApprovalRow request,
        ApprovalAnswer answer,
        AnswerVerdict verdict,
        DateTime now
    )
    {
        switch (verdict.Effect)
        {
            case AnswerEffect.Approved:
                Decide(service, request, answer, ApprovalState.Approved);
                SetDocument(service, file, DocumentState.Prepared, null, verdict.Sentence);
                ApprovedTwice.Report(service, file, verdict.Sentence, now);
                break;
            case AnswerEffect.Rejected:
                Decide(service, request, answer, ApprovalState.Rejected);
                SetDocument(
                    service,
                    file,
                    DocumentState.Refused,
                    ApprovalReasons.ApprovalRejected.Wire,
                    verdict.Sentence + " Correct it in Procore, or ask the controller to ask for the approval again."
                );
                break;
            case AnswerEffect.AskedOther:
                request.Void(service, verdict.Sentence);
                new ApprovalDesk(service, now).Update(file.DocumentId);
                break;
            case AnswerEffect.Forged:
                new FindingWriter(service, now).Seen(ForgedFinding(file, verdict), file.Subject);
                break;
        }
    }

    private static void Decide(IOrganizationService service, ApprovalRow request, ApprovalAnswer answer, ApprovalState state) =>
        service.Update(
            new Entity(ApprovalTable.LogicalName, request.Id)
            {
                [ApprovalTable.ApprovalState] = ApprovalRow.Choice(state),
                [ApprovalTable.ResponseId] = answer.Id,
                [ApprovalTable.AnsweredBy] = answer.Responder.User.Name,
                [ApprovalTable.AnsweredById] = answer.Responder.User.Id.ToString("D"),
                [ApprovalTable.AnsweredOn] = answer.AnsweredOn,
                [ApprovalTable.Comments] = answer.Comments,
                [ApprovalTable.NextReminderOn] = null,
            }
        );

    private static void SetDocument(IOrganizationService service, ApprovalFile file, DocumentState state, string? code, string reason) =>
        service.Update(
            new Entity(DocumentTable.LogicalName, file.DocumentId)
            {
                [DocumentTable.DocumentState] = new OptionSetValue(DocumentStates.ToChoice(state)),
                [DocumentTable.ReasonCode] = code,
                [DocumentTable.Reason] = state == DocumentState.Prepared ? null : Sentence.Fit(reason, DocumentTable.ReasonLengthMax),
                [DocumentTable.NextTryOn] = null,
            }
        );

    private static void Keep(
        IOrganizationService service,
        ApprovalFile file,
        ApprovalRow request,
        ApprovalAnswer answer,
        AnswerVerdict verdict,
        DateTime now
    ) =>
        new EvidenceWriter(
            service,
            file.DocumentId,
            file.Document.RequiredText(DocumentTable.Key),
            Sentence.Fit(answer.Responder.User.Name, EvidenceTable.ActorLengthMax),
            now
        ).Add([
            new EvidencePiece(
                EvidenceKindChoice.Approval,
                new JsonObject()
                    .Text("request", request.View.Text(ApprovalTable.Key))
                    .Text("approval", request.View.Text(ApprovalTable.RequestName))
                    .Text("contentHash", request.ContentHash)
                    .Text("asked", request.Assignee.Name)
                    .Text("askedId", request.Assignee.Id.ToString("D"))
                    .Text("response", answer.Id)
                    .Text("answeredBy", answer.Responder.User.Name)
                    .Text("answeredById", answer.Responder.User.Id.ToString("D"))
                    .Text("answer", answer.Response)
                    .Text("comments", answer.Comments)
                    .Text("answeredOn", answer.AnsweredOn.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
                    .Text("effect", verdict.Effect.ToString())
                    .Text("why", verdict.Sentence)
                    .ToString()
            ),
        ]);

    private static Finding ForgedFinding(ApprovalFile file, AnswerVerdict verdict) =>
        new()
        {
            Kind = FindingKind.ApprovalForged,
            Severity = FindingSeverity.Error,
            Owner = OwnerRole.Controller,
            Sentence = verdict.Sentence,
            NextStep = "Find out who wrote the answer or changed the request. The document is still waiting for the person who was asked.",
            Amount = file.Document.Amount(DocumentTable.PayableAmount),
            Currency = file.Preparation.Text(PreparationTable.Currency),
        };

    private static void Answer(PluginCall call, bool isOurs, string effect, Guid? decided, string state, string message)
    {
        call.Output("IsOurs", isOurs);
        call.Output("Effect", effect);
        call.Output("DecidedId", decided is { } id ? id.ToString("D") : "");
        call.Output("State", state);
        call.Output("Message", message);
    }
}
