using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Plugins.ApprovalRows;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>Records that a request was asked in Microsoft Approvals. What is asked there must be what was to be asked, of one person only.</summary>
[CustomApi(
    "pint_RecordApprovalRequest",
    Gates.RecordApprovalRequest,
    "Records that a request for approval was asked in Microsoft Approvals, after comparing title, details, person and reassignment with what was "
        + "to be asked."
)]
[CustomApiInput("ApprovalId", CustomApiFieldType.Guid, "Row ID of the request for approval.")]
[CustomApiInput("RequestName", CustomApiFieldType.String, "ID of the approval in Microsoft Approvals.")]
[CustomApiOutput("IsRecorded", CustomApiFieldType.Boolean, "True if the request counts as asked.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class RecordApprovalRequest : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var id = call.Input<Guid>("ApprovalId");
        var name = call.Input<string>("RequestName");
        var service = call.SystemService();
        if (!Guid.TryParse(name, out var approvalId))
        {
            Answer(call, false, $"'{name}' is not the ID of an approval. Nothing was recorded.");
            return;
        }

        if (ApprovalRow.Find(service, id) is not { } found || DocumentIdentity.Find(service, found.DocumentId) is not { } document)
        {
            Answer(call, false, $"Request for approval {id} does not exist. Nothing was recorded.");
            return;
        }

        ScopeLock.Take(service, document);
        var request = ApprovalRow.Find(service, id)!;
        if (request.View.Text(ApprovalTable.RequestName) is { Length: > 0 } known)
        {
            var isSame = Guid.TryParse(known, out var recorded) && recorded == approvalId;
            Answer(call, isSame, isSame ? $"{request.Name} is recorded already." : $"{request.Name} was asked as approval {known}, not as {name}.");
            return;
        }

        if (request.State is not (ApprovalState.ToAsk or ApprovalState.Void))
        {
            Answer(call, false, $"{request.Name} is not to be asked any more. Nothing was recorded.");
            return;
        }

        if (request.State == ApprovalState.Void)
        {
            Keep(call, service, request, approvalId);
            return;
        }

        var differences = RequestRecorder.Record(service, request, approvalId, call.Context.OperationCreatedOn);
        Answer(
            call,
            differences.Count == 0,
            differences.Count == 0
                ? $"{request.Name} is asked."
                : $"What Microsoft Approvals shows of {request.Name} is not what was to be asked: {string.Join(", ", differences)} differ. "
                    + "Nothing was recorded. Ask a system administrator who changed it."
        );
    }

    // It ended while it was being asked; the answer that may come is known as too late by this. The approval of another request is not taken: its
    // answer would be late.
    private static void Keep(PluginCall call, IOrganizationService service, ApprovalRow request, Guid approvalId)
    {
        if (PlatformApproval.Differences(service, approvalId, request).Count == 0)
        {
            service.Update(new Entity(ApprovalTable.LogicalName, request.Id) { [ApprovalTable.RequestName] = approvalId.ToString("D") });
        }

        Answer(call, false, $"{request.Name} ended while it was being asked. An answer to it has no effect.");
    }

    private static void Answer(PluginCall call, bool isRecorded, string message)
    {
        call.Output("IsRecorded", isRecorded);
        call.Output("Message", message);
    }
}
