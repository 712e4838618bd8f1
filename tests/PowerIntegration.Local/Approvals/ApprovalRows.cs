using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Approvals;

/// <summary>Reads and writes the rows of approvals, requests and responses.</summary>
/// <param name="service">Requests in the name of the service's user.</param>
internal sealed class ApprovalRows(IOrganizationService service)
{
    private const string ApprovalOf = ApprovalTables.Request + "_approval";
    private const string MayReassign = ApprovalTables.Request + "_allowreassignment";

    public Guid CreateApproval(ApprovalInput input, Guid owner) =>
        service.Create(
            new Entity(ApprovalTables.Approval)
            {
                ["msdyn_flow_approval_name"] = ApprovalsGuesses.NameOf(input.Title),
                ["msdyn_flow_approval_title"] = input.Title,
                ["msdyn_flow_approval_details"] = input.Details,
                ["msdyn_flow_approval_itemlink"] = input.ItemLink,
                ["msdyn_flow_approval_itemlinkdescription"] = input.ItemLinkDescription,
                ["msdyn_flow_approval_modeltype"] = ApprovalsGuesses.ModelOf(input.Kind),
                ["msdyn_flow_approval_allowreassign"] = input.EnableReassignment,
                ["msdyn_flow_approval_stage"] = new OptionSetValue(ApprovalTables.StageBasic),
                ["statuscode"] = new OptionSetValue(ApprovalTables.ApprovalPending),
                ["ownerid"] = User(owner),
            }
        );

    public Guid CreateRequest(Entity approval, Guid person, Guid? reassignedFrom = null) =>
        service.Create(
            new Entity(ApprovalTables.Request)
            {
                ["msdyn_flow_approvalrequest_name"] = approval["msdyn_flow_approval_name"],
                [ApprovalOf] = approval.ToEntityReference(),
                [MayReassign] = approval["msdyn_flow_approval_allowreassign"],
                ["msdyn_flow_approvalrequest_responseoptions"] = string.Join(',', ApprovalsService.Answers),
                ["msdyn_flow_approvalrequest_reassignedfrom"] = reassignedFrom is { } from ? new EntityReference(ApprovalTables.Request, from) : null,
                ["ownerid"] = User(person),
            }
        );

    /// <summary>A response, saved and then committed.</summary>
    public Guid CreateResponse(Entity approval, Guid person, string answer, string? comments)
    {
        var stage = ((OptionSetValue)approval["msdyn_flow_approval_stage"]).Value;
        var id = service.Create(
            new Entity(ApprovalTables.Response)
            {
                ["msdyn_flow_approvalresponse_name"] = approval["msdyn_flow_approval_name"],
                ["msdyn_flow_approvalresponse_approval"] = approval.ToEntityReference(),
                ["msdyn_flow_approvalresponse_response"] = answer,
                ["msdyn_flow_approvalresponse_comments"] = comments,
                ["msdyn_flow_approvalresponse_approvalstagekey"] = ApprovalsGuesses.StageKey(approval.Id, stage),
                ["msdyn_flow_approvalresponse_stage"] = new OptionSetValue(stage),
                ["msdyn_flow_approvalresponseidx_approvalid"] = approval.Id.ToString(),
                ["msdyn_flow_approvalresponseidx_owninguserid"] = person.ToString(),
                ["msdyn_flow_approvalresponseidx_stage"] = stage.ToString(CultureInfo.InvariantCulture),
                ["statuscode"] = new OptionSetValue(ApprovalTables.ResponseSaved),
                ["ownerid"] = User(person),
            }
        );
        End(ApprovalTables.Response, id, ApprovalTables.ResponseCommitted);
        return id;
    }

    public void Complete(Guid approval, string result, DateTimeOffset now) =>
        service.Update(
            new Entity(ApprovalTables.Approval, approval)
            {
                ["msdyn_flow_approval_stage"] = new OptionSetValue(ApprovalTables.StageComplete),
                ["msdyn_flow_approval_result"] = result,
                ["msdyn_flow_approval_completedon"] = now.UtcDateTime,
                ["statecode"] = new OptionSetValue(1),
                ["statuscode"] = new OptionSetValue(ApprovalTables.ApprovalCompleted),
            }
        );

    public void EndRequest(Guid request, int reason) => End(ApprovalTables.Request, request, reason);

    /// <summary>The approval, or null.</summary>
    public Entity? Find(Guid approval)
    {
        var query = new QueryExpression(ApprovalTables.Approval) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(ApprovalTables.Approval + "id", ConditionOperator.Equal, approval);
        return service.RetrieveMultiple(query).Entities.SingleOrDefault();
    }

    /// <summary>The requests of an approval that wait for an answer.</summary>
    public IReadOnlyList<Entity> OpenRequests(Guid approval) => Open(ApprovalOf, approval);

    /// <summary>The requests that wait for an answer of this person, the oldest first.</summary>
    public IReadOnlyList<Entity> OpenRequestsOf(Guid person) => Open("ownerid", person);

    private IReadOnlyList<Entity> Open(string column, Guid id)
    {
        var query = new QueryExpression(ApprovalTables.Request) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, id);
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        query.AddOrder("createdon", OrderType.Ascending);
        query.AddOrder(ApprovalTables.Request + "id", OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities;
    }

    private void End(string table, Guid id, int reason) =>
        service.Update(new Entity(table, id) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(reason) });

    private static EntityReference User(Guid id) => new(SystemTables.User, id);

    public static Guid ApprovalIdOf(Entity request) => request.GetAttributeValue<EntityReference>(ApprovalOf).Id;

    public static Guid OwnerOf(Entity row) => row.GetAttributeValue<EntityReference>("ownerid").Id;

    public static bool IsReassignable(Entity request) => request.GetAttributeValue<bool>(MayReassign);

    public static OpenApproval Show(Entity approval, Entity request) =>
        new(
            approval.Id,
            approval.GetAttributeValue<string>("msdyn_flow_approval_title"),
            approval.GetAttributeValue<string>("msdyn_flow_approval_details") ?? "",
            approval.GetAttributeValue<string>("msdyn_flow_approval_itemlink"),
            approval.GetAttributeValue<string>("msdyn_flow_approval_itemlinkdescription"),
            approval.GetAttributeValue<EntityReference>("ownerid").Name,
            new DateTimeOffset(request.GetAttributeValue<DateTime>("createdon"), TimeSpan.Zero),
            IsReassignable(request)
        );
}
