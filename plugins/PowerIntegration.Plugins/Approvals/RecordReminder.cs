using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Plugins.ApprovalRows;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>Records that a request was reminded of; reminders that were missed meanwhile are not made up.</summary>
[CustomApi("pint_RecordReminder", Gates.RecordReminder, "Records that the person who is asked was reminded, so that the next reminder is due later.")]
[CustomApiInput("ApprovalId", CustomApiFieldType.Guid, "Row ID of the request for approval.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class RecordReminder : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var id = call.Input<Guid>("ApprovalId");
        if (ApprovalRow.Find(service, id) is not { State: ApprovalState.Asked } request)
        {
            call.Output("Message", $"Request for approval {id} is not asked any more. Nothing was recorded.");
            return;
        }

        var asked = request.View.Instant(ApprovalTable.AskedOn)!.Value;
        var passed = ApprovalReminder.Passed(asked, call.Context.OperationCreatedOn);
        service.Update(
            new Entity(ApprovalTable.LogicalName, id)
            {
                [ApprovalTable.Reminders] = passed,
                [ApprovalTable.NextReminderOn] = ApprovalReminder.Next(asked, passed),
            }
        );
        call.Output("Message", $"{request.Assignee} was reminded of {request.Name}.");
    }
}
