using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.ApprovalRows;

/// <summary>One row of <c>pint_approval</c>.</summary>
internal sealed class ApprovalRow(Entity row)
{
    public static readonly string[] Columns =
    [
        ApprovalTable.Key,
        ApprovalTable.DocumentId,
        ApprovalTable.PreparationId,
        ApprovalTable.ContentHash,
        ApprovalTable.ApprovalState,
        ApprovalTable.AssigneeId,
        ApprovalTable.AssigneeName,
        ApprovalTable.AssigneeAddress,
        ApprovalTable.AuthorityKey,
        ApprovalTable.Amount,
        ApprovalTable.Currency,
        ApprovalTable.Title,
        ApprovalTable.Details,
        ApprovalTable.ItemLink,
        ApprovalTable.RequestName,
        ApprovalTable.LeaseUntil,
        ApprovalTable.AskedOn,
        ApprovalTable.Reminders,
        ApprovalTable.NextReminderOn,
        ApprovalTable.ResponseId,
        ApprovalTable.AnsweredBy,
        ApprovalTable.AnsweredOn,
        ApprovalTable.Comments,
        ApprovalTable.Reason,
        ApprovalTable.WorkflowAnswer,
    ];

    public RowView View => new(row);

    public Guid Id => row.Id;

    public Guid DocumentId => View.RequiredReference(ApprovalTable.DocumentId);

    public ApprovalState State => StateOf(View.Choice(ApprovalTable.ApprovalState));

    public bool IsOpen => State is ApprovalState.ToAsk or ApprovalState.Asked;

    /// <summary>Whether the decision was passed on to Procore; null where that was not tried yet.</summary>
    public WorkflowAnswer? WorkflowAnswer =>
        View.Choice(ApprovalTable.WorkflowAnswer) is { } choice ? (WorkflowAnswer)(choice - WorkflowAnswerChoice.NotNeeded) : null;

    /// <summary>The decision; null where it is not decided.</summary>
    public WorkflowDecision? Decision =>
        WorkflowDecision.IsDecided(State) && View.Instant(ApprovalTable.AnsweredOn) is { } on
            ? new WorkflowDecision
            {
                Title = Name,
                State = State,
                Who = View.RequiredText(ApprovalTable.AnsweredBy),
                On = on,
                Comments = View.Text(ApprovalTable.Comments),
            }
            : null;

    public string ContentHash => View.RequiredText(ApprovalTable.ContentHash);

    public Person Assignee => new(View.RequiredReference(ApprovalTable.AssigneeId), View.RequiredText(ApprovalTable.AssigneeName));

    /// <summary>How sentences name it.</summary>
    public string Name => View.RequiredText(ApprovalTable.Title);

    public static ApprovalRow? Find(IOrganizationService service, Guid id)
    {
        var query = Rows.Of(ApprovalTable.LogicalName, Columns);
        query.Criteria.AddCondition(ApprovalTable.Id, ConditionOperator.Equal, id);
        return Rows.First(service, query) is { } row ? new ApprovalRow(row) : null;
    }

    public static ApprovalRow? FindBy(IOrganizationService service, string column, string value)
    {
        var query = Rows.Of(ApprovalTable.LogicalName, Columns);
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return Rows.First(service, query) is { } row ? new ApprovalRow(row) : null;
    }

    /// <summary>The requests about a record of a source, in all its revisions, the oldest first.</summary>
    public static IReadOnlyList<ApprovalRow> OfRecord(IOrganizationService service, RowView document)
    {
        var query = Rows.Of(ApprovalTable.LogicalName, Columns);
        var owner = query.AddLink(DocumentTable.LogicalName, ApprovalTable.DocumentId, DocumentTable.Id);
        owner.LinkCriteria.AddCondition(
            DocumentTable.EnvironmentId,
            ConditionOperator.Equal,
            document.RequiredReference(DocumentTable.EnvironmentId)
        );
        owner.LinkCriteria.AddCondition(DocumentTable.DocumentType, ConditionOperator.Equal, document.Choice(DocumentTable.DocumentType));
        owner.LinkCriteria.AddCondition(DocumentTable.ProcoreId, ConditionOperator.Equal, document.RequiredText(DocumentTable.ProcoreId));
        owner.LinkCriteria.AddCondition(DocumentTable.CommitmentId, ConditionOperator.Equal, document.RequiredReference(DocumentTable.CommitmentId));
        // By key the tenth request would come before the second one.
        query.AddOrder("createdon", OrderType.Ascending);
        query.AddOrder(ApprovalTable.Key, OrderType.Ascending);
        return [.. Rows.All(service, query).Select(found => new ApprovalRow(found))];
    }

    public static OptionSetValue Choice(ApprovalState state) => new(ApprovalStateChoice.ToAsk + (int)state);

    public static OptionSetValue Choice(WorkflowAnswer answer) => new(WorkflowAnswerChoice.NotNeeded + (int)answer);

    /// <summary>Notes what became of passing the decision on.</summary>
    public void Note(IOrganizationService service, WorkflowAnswer answer, string? step, string note, DateTime now) =>
        service.Update(
            new Entity(ApprovalTable.LogicalName, Id)
            {
                [ApprovalTable.WorkflowAnswer] = Choice(answer),
                [ApprovalTable.WorkflowAnsweredOn] = now,
                [ApprovalTable.WorkflowStep] = step,
                [ApprovalTable.WorkflowNote] = Sentence.Fit(note, ApprovalTable.WorkflowNoteLengthMax),
            }
        );

    /// <summary>Ends the request without an answer that counts.</summary>
    public void Void(IOrganizationService service, string reason) =>
        service.Update(
            new Entity(ApprovalTable.LogicalName, Id)
            {
                [ApprovalTable.ApprovalState] = Choice(ApprovalState.Void),
                [ApprovalTable.Reason] = reason,
                [ApprovalTable.NextReminderOn] = null,
            }
        );

    private static ApprovalState StateOf(int? choice) => (ApprovalState)((choice ?? ApprovalStateChoice.ToAsk) - ApprovalStateChoice.ToAsk);
}
