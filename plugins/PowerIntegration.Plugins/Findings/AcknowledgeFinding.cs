using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Findings;

/// <summary>Says in the caller's name that a finding was seen. Where its cause is gone already, it closes.</summary>
[CustomApi(
    "pint_AcknowledgeFinding",
    Gates.AcknowledgeFinding,
    "Records that the caller has seen a finding. A finding with money at risk closes only after it was acknowledged."
)]
[CustomApiInput("FindingId", CustomApiFieldType.Guid, "Row ID of the finding.")]
[CustomApiOutput("State", CustomApiFieldType.String, "State of the finding after the call: Open, Acknowledged or Closed.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class AcknowledgeFinding : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        if (call.Context.UserId != call.Context.InitiatingUserId)
        {
            throw new InvalidPluginExecutionException("A finding must be acknowledged by a person. Sign in as yourself and acknowledge it.");
        }

        var id = call.Input<Guid>("FindingId");
        var service = call.SystemService();
        var query = Rows.Of(FindingTable.LogicalName, [.. FindingRows.Columns, FindingTable.AcknowledgedBy]);
        query.Criteria.AddCondition(FindingTable.Id, ConditionOperator.Equal, id);
        if (Rows.First(service, query) is not { } row)
        {
            throw new InvalidPluginExecutionException($"Finding {id} does not exist. Refresh the list and choose a finding.");
        }

        var before = FindingRows.Read(new RowView(row));
        var after = before.Acknowledge(call.Context.OperationCreatedOn);
        if (after != before)
        {
            var caller = call.Person();
            var changes = new Entity(FindingTable.LogicalName, id)
            {
                [FindingTable.AcknowledgedBy] = caller.Name,
                [FindingTable.AcknowledgedById] = caller.Id.ToString("D"),
                [FindingTable.AcknowledgedOn] = call.Context.OperationCreatedOn,
            };
            FindingRows.Write(changes, after);
            service.Update(changes);
        }

        call.Output("State", after.State.ToString());
        call.Output(
            "Message",
            after.State == FindingState.Closed ? "The cause is resolved. The finding is closed."
                : after == before ? "The finding was already acknowledged."
                : "The finding is acknowledged. It will close when its cause is resolved."
        );
    }
}
