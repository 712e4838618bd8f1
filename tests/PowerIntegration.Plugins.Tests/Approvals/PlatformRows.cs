using Microsoft.Xrm.Sdk;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Tests.Approvals;

/// <summary>The rows that Microsoft Approvals keeps, written by hand as its service, or someone else, writes them.</summary>
internal static class PlatformRows
{
    public const string Approval = "msdyn_flow_approval";
    public const string Request = "msdyn_flow_approvalrequest";
    public const string Response = "msdyn_flow_approvalresponse";
    public const int Committed = 192350002;
    public const int Saved = 192350000;

    /// <summary>Asks what a row of ours says, as the flow does; gives the approval.</summary>
    public static Guid AddApproval(this TeamsSite teams, Guid requestId)
    {
        var request = teams.Request(requestId);
        var id = teams.Site.Add(
            Approval,
            ("msdyn_flow_approval_title", request.Text(ApprovalTable.Title)),
            ("msdyn_flow_approval_details", request.Text(ApprovalTable.Details)),
            ("msdyn_flow_approval_allowreassign", false),
            ("createdon", teams.Site.Now)
        );
        teams.AddRecipient(id, request.RequiredReference(ApprovalTable.AssigneeId));
        return id;
    }

    /// <summary>One person of whom an approval is asked; gives the request.</summary>
    public static Guid AddRecipient(this TeamsSite teams, Guid approvalId, Guid person) =>
        teams.Site.Add(
            Request,
            ("msdyn_flow_approvalrequest_approval", new EntityReference(Approval, approvalId)),
            ("ownerid", new EntityReference("systemuser", person))
        );

    /// <summary>
    /// A final answer as the service writes it in the name of a person, an hour from now; the clock goes with it. Gives the response.
    /// </summary>
    public static Guid AddAnswer(this TeamsSite teams, Guid approvalId, Guid person, string answer = "Approve", string? comments = null)
    {
        teams.Site.Now = teams.Site.Now.AddHours(1);
        return teams.Site.Add(
            Response,
            ("msdyn_flow_approvalresponse_approval", new EntityReference(Approval, approvalId)),
            ("msdyn_flow_approvalresponse_response", answer),
            ("msdyn_flow_approvalresponse_comments", comments),
            ("statuscode", new OptionSetValue(Committed)),
            ("ownerid", new EntityReference("systemuser", person)),
            ("createdby", new EntityReference("systemuser", teams.ServiceUser)),
            ("modifiedby", new EntityReference("systemuser", teams.ServiceUser)),
            ("createdon", teams.Site.Now)
        );
    }

    /// <summary>Changes one column of a row of Microsoft Approvals.</summary>
    public static void Change(this TeamsSite teams, string table, Guid id, string column, object? value) =>
        teams.Site.Dataverse.Row(table, id)[column] = value;
}
