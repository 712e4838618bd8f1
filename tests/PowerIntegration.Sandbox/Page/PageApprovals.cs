using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Approvals;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Identity;

namespace PowerIntegration.Sandbox.Page;

/// <summary>
/// Approvals of the user of the page. What waits and what was answered is the platform's, which shows people their own; what the product made of it
/// is read over the Web API with that user's rights alone.
/// </summary>
/// <param name="dataverse">Sends the requests.</param>
/// <param name="service">The approvals service.</param>
/// <param name="rows">The approvals service's own view of its tables.</param>
public sealed class PageApprovals(PageDataverse dataverse, ApprovalsService service, IOrganizationService rows)
{
    private const int AnswersMax = 100;
    private const string Columns = "$select=pint_approvalstate,pint_answeredby,pint_reason,pint_requestname,pint_responseid,_pint_documentid_value";

    /// <summary>What waits for the user and what the user answered.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="justAnswered">The approval whose answer led here, or null.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal async Task<ApprovalDesk> DeskAsync(SandboxUser user, Guid? justAnswered, CancellationToken cancellation)
    {
        var answered = AnsweredBy(user);
        return new ApprovalDesk
        {
            Waiting = service.OpenFor(user.SystemUserId),
            Answered = answered,
            Requests = await RequestsAsync(
                user,
                $"$filter=_pint_assigneeid_value eq {user.SystemUserId}&$orderby=createdon desc"
                    + $"&$expand={ApprovalOutcome.Document}($select=pint_documentstate,pint_reason)",
                cancellation
            ),
            Just = answered.FirstOrDefault(answer => answer.ApprovalId == justAnswered),
        };
    }

    /// <summary>Whether an approval waits for the user, or was answered by the user.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="approvalId">The approval.</param>
    public bool IsOf(SandboxUser user, Guid approvalId) =>
        service.OpenFor(user.SystemUserId).Any(one => one.ApprovalId == approvalId) || AnsweredBy(user).Any(one => one.ApprovalId == approvalId);

    /// <summary>Answers as the user.</summary>
    /// <param name="user">Who answers.</param>
    /// <param name="approvalId">What is answered.</param>
    /// <param name="answer">Approve or Reject.</param>
    /// <param name="comment">What the user says about it; empty for nothing.</param>
    /// <returns>Null, or the sentence that says why the answer was not taken.</returns>
    public string? Answer(SandboxUser user, Guid approvalId, string answer, string comment) =>
        service.Answer(user.SystemUserId, approvalId, answer, comment.Length == 0 ? null : comment).Refusal?.Sentence;

    private List<AnsweredApproval> AnsweredBy(SandboxUser user)
    {
        const string Approval = "approval";
        const string Title = "msdyn_flow_approval_title";
        var query = new QueryExpression(ApprovalTables.Response) { ColumnSet = new ColumnSet(true), TopCount = AnswersMax };
        query.Criteria.AddCondition("ownerid", ConditionOperator.Equal, user.SystemUserId);
        query.Criteria.AddCondition("statuscode", ConditionOperator.Equal, ApprovalTables.ResponseCommitted);
        query.AddOrder("createdon", OrderType.Descending);
        query.AddOrder(ApprovalTables.Response + "id", OrderType.Descending);
        var link = query.AddLink(ApprovalTables.Approval, "msdyn_flow_approvalresponse_approval", ApprovalTables.Approval + "id");
        link.EntityAlias = Approval;
        link.Columns = new ColumnSet(Title);
        return
        [
            .. rows.RetrieveMultiple(query)
                .Entities.Select(row => new AnsweredApproval(
                    row.Id,
                    row.GetAttributeValue<EntityReference>("msdyn_flow_approvalresponse_approval").Id,
                    (string)row.GetAttributeValue<AliasedValue>($"{Approval}.{Title}").Value,
                    row.GetAttributeValue<string>("msdyn_flow_approvalresponse_response"),
                    row.GetAttributeValue<string>("msdyn_flow_approvalresponse_comments") ?? "",
                    new DateTimeOffset(row.GetAttributeValue<DateTime>("createdon"), TimeSpan.Zero)
                )),
        ];
    }

    private async Task<IReadOnlyList<JsonObject>?> RequestsAsync(SandboxUser user, string options, CancellationToken cancellation)
    {
        using var response = await dataverse.SendAsync(user, HttpMethod.Get, $"pint_approvals?{Columns}&{options}", body: null, cancellation);
        if (response.StatusCode == HttpStatusCode.Forbidden)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return await PageDataverse.RowsAsync(response, cancellation);
    }
}
