using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Plugins.ApprovalRows;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>
/// Gives one run of the flow what it asks in Microsoft Approvals. A run that was cut after it had asked is noticed by the title: nobody is asked
/// twice.
/// </summary>
[CustomApi(
    "pint_ClaimApproval",
    Gates.ClaimApproval,
    "Reserves a request for approval for the run that asks it in Microsoft Approvals, and returns what to ask. "
        + "Returns IsDue false if it is asked already or another run asks it."
)]
[CustomApiInput("ApprovalId", CustomApiFieldType.Guid, "Row ID of the request for approval.")]
[CustomApiOutput("IsDue", CustomApiFieldType.Boolean, "True if this run asks.")]
[CustomApiOutput("Title", CustomApiFieldType.String, "Title of the approval.")]
[CustomApiOutput("Details", CustomApiFieldType.String, "Details of the approval, in Markdown.")]
[CustomApiOutput("AssignedTo", CustomApiFieldType.String, "Sign-in address of the person to ask.")]
[CustomApiOutput("ItemLink", CustomApiFieldType.String, "Address of the document in the app; empty if there is none.")]
[CustomApiOutput("ItemLinkDescription", CustomApiFieldType.String, "Text of the link.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class ClaimApproval : PluginShell
{
    // Longer than a run takes to ask.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private protected override void Run(PluginCall call)
    {
        var id = call.Input<Guid>("ApprovalId");
        var service = call.SystemService();
        if (ApprovalRow.Find(service, id) is not { } found || DocumentIdentity.Find(service, found.DocumentId) is not { } document)
        {
            Answer(call, null, $"Request for approval {id} does not exist. Nothing is asked.");
            return;
        }

        ScopeLock.Take(service, document);
        var now = call.Context.OperationCreatedOn;
        new ApprovalDesk(service, now).Update(found.DocumentId);
        var request = ApprovalRow.Find(service, id)!;
        if (request.State != ApprovalState.ToAsk)
        {
            Answer(call, null, $"{request.Name} is asked already, or nothing is to be asked any more.");
        }
        else if (request.View.Instant(ApprovalTable.LeaseUntil) > now)
        {
            Answer(call, null, $"{request.Name} is being asked by another run.");
        }
        else if (
            request.View.Instant(ApprovalTable.LeaseUntil) is not null
            && PlatformApproval.WithTitle(service, request.Name).Any(asked => RequestRecorder.Record(service, request, asked, now).Count == 0)
        )
        {
            Answer(call, null, $"{request.Name} was asked by an earlier run.");
        }
        else
        {
            service.Update(new Entity(ApprovalTable.LogicalName, id) { [ApprovalTable.LeaseUntil] = now + Lease });
            Answer(call, request, $"{request.Name} is to be asked.");
        }
    }

    private static void Answer(PluginCall call, ApprovalRow? request, string message)
    {
        var link = request?.View.Text(ApprovalTable.ItemLink) ?? "";
        call.Output("IsDue", request is not null);
        call.Output("Title", request?.Name ?? "");
        call.Output("Details", request?.View.Text(ApprovalTable.Details) ?? "");
        call.Output("AssignedTo", request?.View.Text(ApprovalTable.AssigneeAddress) ?? "");
        call.Output("ItemLink", link);
        call.Output("ItemLinkDescription", link.Length == 0 ? "" : "Every line, certificate and proof");
        call.Output("Message", message);
    }
}
