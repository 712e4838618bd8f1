using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.ApprovalRows;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>
/// What Microsoft Approvals keeps in Dataverse: the approval, one request for each person asked, one response for each answer. The tables come with
/// the approvals service and are read by name.
/// </summary>
internal static class PlatformApproval
{
    public const string ApprovalTable = "msdyn_flow_approval";
    public const string ResponseTable = "msdyn_flow_approvalresponse";
    public const string ResponseApproval = "msdyn_flow_approvalresponse_approval";
    public const string ResponseStatus = "statuscode";

    /// <summary>Status of an answer that is final.</summary>
    public const int Committed = 192350002;

    // More than anyone asks by mistake.
    private const int TitlesMax = 20;

    private const string ApprovalId = "msdyn_flow_approvalid";
    private const string Title = "msdyn_flow_approval_title";
    private const string Details = "msdyn_flow_approval_details";
    private const string Reassignment = "msdyn_flow_approval_allowreassign";
    private const string RequestTable = "msdyn_flow_approvalrequest";
    private const string RequestApproval = "msdyn_flow_approvalrequest_approval";
    private const string ResponseId = "msdyn_flow_approvalresponseid";
    private const string Response = "msdyn_flow_approvalresponse_response";
    private const string Comments = "msdyn_flow_approvalresponse_comments";
    private const string Owner = "ownerid";
    private const string CreatedOn = "createdon";
    private const string CreatedBy = "createdby";
    private const string ModifiedBy = "modifiedby";

    // Who acts in another's name is here; the columns above name the other.
    private const string CreatedOnBehalfBy = "createdonbehalfby";
    private const string ModifiedOnBehalfBy = "modifiedonbehalfby";
    private const string ImportedCreatedOn = "overriddencreatedon";
    private const string User = "systemuser";
    private const string ApplicationId = "applicationid";

    private static readonly string[] WriterColumns = [CreatedBy, ModifiedBy, CreatedOnBehalfBy, ModifiedOnBehalfBy];

    /// <summary>
    /// The approvals with the title, the oldest first. Titles of requests are unique, but anyone may ask something under the same one.
    /// </summary>
    public static IReadOnlyList<Guid> WithTitle(IOrganizationService service, string title)
    {
        var query = Rows.Of(ApprovalTable, [Title]);
        query.Criteria.AddCondition(Title, ConditionOperator.Equal, title);
        query.AddOrder(CreatedOn, OrderType.Ascending);
        query.TopCount = TitlesMax;
        return [.. Rows.All(service, query).Select(row => row.Id)];
    }

    /// <summary>Title of an approval; null where there is none with the id.</summary>
    public static string? TitleOf(IOrganizationService service, Guid approvalId)
    {
        var query = Rows.Of(ApprovalTable, [Title]);
        query.Criteria.AddCondition(ApprovalId, ConditionOperator.Equal, approvalId);
        return Rows.First(service, query)?.GetAttributeValue<string>(Title);
    }

    /// <summary>When an approval was asked, UTC; null where there is none with the id.</summary>
    public static DateTime? AskedOn(IOrganizationService service, Guid approvalId)
    {
        var query = Rows.Of(ApprovalTable, [CreatedOn]);
        query.Criteria.AddCondition(ApprovalId, ConditionOperator.Equal, approvalId);
        return Rows.First(service, query) is { } row ? new RowView(row).Instant(CreatedOn) : null;
    }

    /// <summary>What an approval shows otherwise than a request says; empty where it is what was asked.</summary>
    public static IReadOnlyList<string> Differences(IOrganizationService service, Guid approvalId, ApprovalRow asked)
    {
        var query = Rows.Of(ApprovalTable, [Title, Details, Reassignment]);
        query.Criteria.AddCondition(ApprovalId, ConditionOperator.Equal, approvalId);
        if (Rows.First(service, query) is not { } row)
        {
            return ["the approval itself"];
        }

        var differences = new List<string>();
        var view = new RowView(row);
        Compare(differences, "title", view.Text(Title), asked.View.Text(Tables.ApprovalTable.Title));
        Compare(differences, "details", view.Text(Details), asked.View.Text(Tables.ApprovalTable.Details));
        if (view.Flag(Reassignment))
        {
            differences.Add("reassignment");
        }

        var people = Rows.Of(RequestTable, [Owner]);
        people.Criteria.AddCondition(RequestApproval, ConditionOperator.Equal, approvalId);
        var owners = Rows.All(service, people).Select(request => request.GetAttributeValue<EntityReference>(Owner)?.Id).ToList();
        if (owners.Count != 1 || owners[0] != asked.Assignee.Id)
        {
            differences.Add("the person asked");
        }

        return differences;
    }

    /// <summary>An answer; null where there is none with the id for the approval.</summary>
    public static ApprovalAnswer? Answer(IOrganizationService service, Guid approvalId, Guid responseId)
    {
        var query = Rows.Of(
            ResponseTable,
            [Response, Comments, Owner, CreatedOn, .. WriterColumns, ImportedCreatedOn, ResponseStatus, ResponseApproval]
        );
        query.Criteria.AddCondition(ResponseId, ConditionOperator.Equal, responseId);
        query.Criteria.AddCondition(ResponseApproval, ConditionOperator.Equal, approvalId);
        if (Rows.First(service, query) is not { } row)
        {
            return null;
        }

        var view = new RowView(row);
        var writers = WriterColumns.Select(view.Reference).OfType<Guid>().Distinct().ToList();
        var owner = row.GetAttributeValue<EntityReference>(Owner);
        return new ApprovalAnswer
        {
            Id = responseId.ToString("D"),
            Responder = owner is { LogicalName: User }
                ? AuthorityReader.Approver(service, owner.Id) ?? Unknown(owner.Id)
                : Unknown(owner?.Id ?? Guid.Empty),
            Writers = writers,
            WriterApplications = Applications(service, writers),
            IsBackDated = view.Has(ImportedCreatedOn),
            IsCommitted = view.Choice(ResponseStatus) == Committed,
            Response = view.Text(Response),
            Comments = view.Text(Comments),
            AnsweredOn = view.Instant(CreatedOn) ?? DateTime.MinValue,
        };
    }

    /// <summary>Final answers to approvals, as pairs of approval and response.</summary>
    public static IReadOnlyList<KeyValuePair<Guid, Guid>> Answers(IOrganizationService service, IEnumerable<Guid> approvalIds)
    {
        var query = Rows.Of(ResponseTable, [ResponseApproval]);
        query.Criteria.AddCondition(ResponseApproval, ConditionOperator.In, approvalIds.Select(id => (object)id).ToArray());
        query.Criteria.AddCondition(ResponseStatus, ConditionOperator.Equal, Committed);
        query.AddOrder(CreatedOn, OrderType.Ascending);
        return
        [
            .. Rows.All(service, query)
                .Select(row => new KeyValuePair<Guid, Guid>(row.GetAttributeValue<EntityReference>(ResponseApproval).Id, row.Id)),
        ];
    }

    private static Approver Unknown(Guid id) => new(new Person(id, "User " + id.ToString("D")), null, false);

    private static List<Guid> Applications(IOrganizationService service, IReadOnlyList<Guid> users)
    {
        var query = Rows.Of(User, [ApplicationId]);
        query.Criteria.AddCondition("systemuserid", ConditionOperator.In, users.Select(id => (object)id).ToArray());
        query.Criteria.AddCondition(ApplicationId, ConditionOperator.NotNull);
        return [.. Rows.All(service, query).Select(row => row.GetAttributeValue<Guid>(ApplicationId)).Where(id => id != Guid.Empty)];
    }

    private static void Compare(List<string> differences, string name, string? shown, string? asked)
    {
        // Line ends are changed on the way; nothing else may be.
        if (Plain(shown) != Plain(asked))
        {
            differences.Add(name);
        }
    }

    private static string Plain(string? text) => (text ?? "").Replace("\r\n", "\n").Trim();
}
