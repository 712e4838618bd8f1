using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Plugins.ApprovalRows;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>Notes that a request was asked in Microsoft Approvals, once what is asked there was compared with what was to be asked.</summary>
internal static class RequestRecorder
{
    /// <summary>Records it; gives what differs, and records nothing then.</summary>
    public static IReadOnlyList<string> Record(IOrganizationService service, ApprovalRow request, Guid approvalId, DateTime now)
    {
        var differences = PlatformApproval.Differences(service, approvalId, request);
        if (differences.Count == 0)
        {
            // A run that was cut asked earlier than now, and the answer may be there already.
            var asked = PlatformApproval.AskedOn(service, approvalId) ?? now;
            service.Update(
                new Entity(ApprovalTable.LogicalName, request.Id)
                {
                    [ApprovalTable.ApprovalState] = ApprovalRow.Choice(ApprovalState.Asked),
                    [ApprovalTable.RequestName] = approvalId.ToString("D"),
                    [ApprovalTable.AskedOn] = asked,
                    [ApprovalTable.NextReminderOn] = ApprovalReminder.Next(asked, 0),
                    [ApprovalTable.LeaseUntil] = null,
                }
            );
        }

        return differences;
    }
}
