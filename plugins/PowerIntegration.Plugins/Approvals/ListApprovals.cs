using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
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
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>
/// What a sweep of the approvals has to do: requests that were never asked, answers that were never recorded, reminders that are due. It also brings
/// the requests of every waiting document up to date, so that a delegation, a person who left or a new authority takes effect.
/// </summary>
[CustomApi(
    "pint_ListApprovals",
    Gates.ListApprovals,
    "Lists requests for approval that are not asked yet, answers that are not recorded yet and reminders that are due."
)]
[CustomApiOutput("ToAsk", CustomApiFieldType.String, "Row IDs of requests to ask, as a JSON list.")]
[CustomApiOutput("Answers", CustomApiFieldType.String, "Answers to record, as a JSON list of objects with approvalId and responseId.")]
[CustomApiOutput("Reminders", CustomApiFieldType.String, "Reminders to send, as a JSON list of objects with approvalId, recipient and card.")]
[CustomApiOutput("WorkflowSteps", CustomApiFieldType.String, "Row IDs of decided requests to pass on to Procore workflows, as a JSON list.")]
[CustomApiOutput("Count", CustomApiFieldType.Integer, "Number of steps listed.")]
public sealed class ListApprovals : PluginShell
{
    /// <summary>Most documents whose requests are brought up to date in one run; where more wait, each hour takes the next ones.</summary>
    internal const int DocumentsMax = 100;

    /// <summary>Most requests that are listed of each kind.</summary>
    internal const int RequestsMax = 100;

    // What Dataverse gives on one page.
    private const int WaitingMax = 5000;

    // Longer than the run takes that recorded the answer.
    private static readonly TimeSpan OwnRun = TimeSpan.FromMinutes(10);

    // What waited for too long is tried once more, so that it is recorded as such.
    private static readonly TimeSpan LastTry = TimeSpan.FromDays(1);

    // Values that one condition of a query takes without doubt.
    private const int ApprovalsInQuery = 500;

    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var now = call.Context.OperationCreatedOn;
        foreach (var document in Waiting(service, now))
        {
            if (DocumentIdentity.Find(service, document) is { } identity)
            {
                ScopeLock.Take(service, identity);
                new ApprovalDesk(service, now).Update(document);
            }
        }

        var open = Open(service);
        var toAsk = open.Where(request => request.State == ApprovalState.ToAsk && !(request.View.Instant(ApprovalTable.LeaseUntil) > now))
            .Take(RequestsMax)
            .ToList();
        var answers = Answers(service, open);
        var reminders = open.Where(request => request.View.Instant(ApprovalTable.NextReminderOn) <= now)
            .Take(RequestsMax)
            .SelectMany(request => Reminders(service, request, now))
            .ToList();
        var steps = Steps(service, now);
        call.Output("ToAsk", Ids(toAsk.Select(request => request.Id)));
        call.Output("WorkflowSteps", Ids(steps));
        call.Output("Answers", JsonText.WriteList(answers));
        call.Output("Reminders", JsonText.WriteList(reminders));
        call.Output("Count", toAsk.Count + answers.Count + reminders.Count + steps.Count);
    }

    // Documents that wait, and documents with an open request that wait no more.
    private static List<Guid> Waiting(IOrganizationService service, DateTime now)
    {
        var query = Rows.Of(DocumentTable.LogicalName, [DocumentTable.Id]);
        query.Criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.AwaitingApproval);
        query.Criteria.AddCondition(DocumentTable.DocumentType, ConditionOperator.NotEqual, DocumentTypeChoice.Reversal);
        query.AddOrder("createdon", OrderType.Ascending);
        query.AddOrder(DocumentTable.Key, OrderType.Ascending);
        query.TopCount = WaitingMax;
        var left = Rows.Of(ApprovalTable.LogicalName, [ApprovalTable.DocumentId]);
        left.Criteria.AddCondition(ApprovalTable.ApprovalState, ConditionOperator.In, ApprovalStateChoice.ToAsk, ApprovalStateChoice.Asked);
        left.AddLink(DocumentTable.LogicalName, ApprovalTable.DocumentId, DocumentTable.Id)
            .LinkCriteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.NotEqual, DocumentStateChoice.AwaitingApproval);
        left.TopCount = DocumentsMax;
        return
        [
            .. Turn([.. Rows.All(service, query).Select(row => row.Id)], now)
                .Concat(Rows.All(service, left).Select(row => new RowView(row).RequiredReference(ApprovalTable.DocumentId)))
                .Distinct(),
        ];
    }

    // A document whose request is right is not written, so nothing on it says when it was looked at. The hour does.
    private static IEnumerable<Guid> Turn(List<Guid> waiting, DateTime now)
    {
        var first = (int)(now.Ticks / TimeSpan.TicksPerHour * DocumentsMax % Math.Max(1, waiting.Count));
        return waiting.Skip(first).Concat(waiting.Take(first)).Take(DocumentsMax);
    }

    private static List<ApprovalRow> Open(IOrganizationService service)
    {
        var query = Rows.Of(ApprovalTable.LogicalName, ApprovalRow.Columns);
        query.Criteria.AddCondition(ApprovalTable.ApprovalState, ConditionOperator.In, ApprovalStateChoice.ToAsk, ApprovalStateChoice.Asked);
        query.AddOrder("createdon", OrderType.Ascending);
        return [.. Rows.All(service, query).Select(row => new ApprovalRow(row))];
    }

    // Decisions that no run passed on to Procore yet, or whose workflow had not come to the step; what was just decided is left to its own run.
    private static List<Guid> Steps(IOrganizationService service, DateTime now)
    {
        var query = Rows.Of(ApprovalTable.LogicalName, [ApprovalTable.Id]);
        query.Criteria.AddCondition(ApprovalTable.ApprovalState, ConditionOperator.In, ApprovalStateChoice.Approved, ApprovalStateChoice.Rejected);
        query.Criteria.AddCondition(ApprovalTable.AnsweredOn, ConditionOperator.GreaterEqual, now - WorkflowDecision.WaitingMax - LastTry);
        query.Criteria.AddCondition(ApprovalTable.AnsweredOn, ConditionOperator.LessEqual, now - OwnRun);
        var open = query.Criteria.AddFilter(LogicalOperator.Or);
        open.AddCondition(ApprovalTable.WorkflowAnswer, ConditionOperator.Null);
        open.AddCondition(ApprovalTable.WorkflowAnswer, ConditionOperator.Equal, WorkflowAnswerChoice.Waiting);
        query.AddOrder(ApprovalTable.AnsweredOn, OrderType.Ascending);
        query.TopCount = RequestsMax;
        return [.. Rows.All(service, query).Select(row => row.Id)];
    }

    private static string Ids(IEnumerable<Guid> ids) => "[" + string.Join(",", ids.Select(id => "\"" + id.ToString("D") + "\"")) + "]";

    // The tables of Microsoft Approvals exist where something was asked in them.
    private static List<JsonObject> Answers(IOrganizationService service, IReadOnlyList<ApprovalRow> open)
    {
        var asked = open.Select(request => Guid.TryParse(request.View.Text(ApprovalTable.RequestName), out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)
            .ToList();
        var answers = new List<KeyValuePair<Guid, Guid>>();
        for (var first = 0; first < asked.Count; first += ApprovalsInQuery)
        {
            answers.AddRange(PlatformApproval.Answers(service, asked.Skip(first).Take(ApprovalsInQuery)));
        }

        return
        [
            .. answers
                .Take(RequestsMax)
                .Select(answer => new JsonObject().Text("approvalId", answer.Key.ToString("D")).Text("responseId", answer.Value.ToString("D"))),
        ];
    }

    private static IEnumerable<JsonObject> Reminders(IOrganizationService service, ApprovalRow request, DateTime now)
    {
        var asked = request.View.Instant(ApprovalTable.AskedOn)!.Value;
        var passed = ApprovalReminder.Passed(asked, now);
        var file = ApprovalFile.Find(service, request.DocumentId)!;
        if (ApprovalReminder.IsOverdue(passed))
        {
            new FindingWriter(service, now).Seen(Overdue(request, file), file.Subject);
        }

        yield return Reminder(request, file, asked, request.View.RequiredText(ApprovalTable.AssigneeAddress), "An approval is waiting for you");
        if (ApprovalReminder.IsEscalated(passed) && NextHigher(service, request, file, now) is { Address: { } address } next)
        {
            yield return Reminder(request, file, asked, address, $"{next.User.Name}, an approval is waiting for {request.Assignee}");
        }
    }

    private static JsonObject Reminder(ApprovalRow request, ApprovalFile file, DateTime asked, string recipient, string heading) =>
        new JsonObject()
            .Text("approvalId", request.Id.ToString("D"))
            .Text("recipient", recipient)
            .Text(
                "card",
                ApprovalCard.Of(
                    heading,
                    request.Name,
                    request.Assignee.Name,
                    request.View.RequiredAmount(ApprovalTable.Amount),
                    request.View.RequiredText(ApprovalTable.Currency),
                    ApprovalDay.Of(asked, file.TimeZone),
                    ApprovalDay.Of(ApprovalReminder.Due(asked), file.TimeZone),
                    request.View.Text(ApprovalTable.ItemLink) ?? ""
                )
            );

    // Whose limit is the next one above the limit of the person asked.
    private static Approver? NextHigher(IOrganizationService service, ApprovalRow request, ApprovalFile file, DateTime now)
    {
        var authorities = file.Authorities(service);
        var own = authorities.FirstOrDefault(authority => authority.Key == request.View.Text(ApprovalTable.AuthorityKey));
        var higher = authorities.Where(authority => own is null || authority.Limit > own.Limit).ToList();
        return ApproverSelection.Of(file.ApprovalSubject(service, now), higher, ApprovalDay.Of(now, file.TimeZone), out _)?.Acting;
    }

    private static Finding Overdue(ApprovalRow request, ApprovalFile file) =>
        new()
        {
            Kind = FindingKind.ApprovalOverdue,
            Severity = FindingSeverity.Warning,
            Owner = OwnerRole.Controller,
            Sentence = Sentence.Of(
                $"{request.Assignee} has not answered {request.Name} for {ApprovalReminder.Days[ApprovalReminder.Days.Count - 1]} days."
            ),
            NextStep = "Ask the person to answer, or enter a delegate or another approval authority and have it activated.",
            Amount = file.Document.Amount(DocumentTable.PayableAmount),
            Currency = request.View.Text(ApprovalTable.Currency),
        };
}
