using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents.Protection;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Intake;

/// <summary>Keeps what was noticed in Procore: nobody can hide a changed record by rewriting or deleting its event.</summary>
[PluginStep("Create", InboundEventTable.LogicalName, PluginStage.PreOperation)]
[ProtectedTable(InboundEventTable.LogicalName)]
public sealed class ProtectInbox : PluginShell
{
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        InboundEventTable.Key,
        InboundEventTable.EnvironmentId,
        InboundEventTable.ProjectId,
        InboundEventTable.RecordType,
        InboundEventTable.ProcoreId,
        InboundEventTable.ChangedOn,
    };

    private protected override void Run(PluginCall call)
    {
        var isApplication = call.ApplicationId != Guid.Empty || call.IsInside(PluginCall.OwnApiPrefix);
        var refusal = call.Context.MessageName switch
        {
            "Create" => InboxProtection.EventIsCreated(isApplication),
            "Update" => Changed(call.Input<Entity>("Target"), isApplication),
            "Delete" => InboxProtection.EventIsDeleted(),
            _ => RowProtection.OwnerOrStatusChanges(),
        };
        if (refusal is not null)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }

        if (call.Context.MessageName == "Update" && !isApplication)
        {
            call.Input<Entity>("Target")[InboundEventTable.Message] = $"Retried by {call.Caller().Name}.";
        }
    }

    private static Domain.Refusals.Refusal? Changed(Entity target, bool isApplication)
    {
        if (target.Attributes.Keys.Any(column => column is "ownerid" or "statecode" or "statuscode"))
        {
            return RowProtection.OwnerOrStatusChanges();
        }

        string[] columns = [.. target.Attributes.Keys.Where(column => column is not (InboundEventTable.Id or InboundEventTable.EventState))];
        return InboxProtection.EventChanges(
            Named(columns.Where(Fixed.Contains)),
            Named(columns.Where(column => !Fixed.Contains(column))),
            new RowView(target).Choice(InboundEventTable.EventState) == EventStateChoice.New,
            isApplication
        );
    }

    private static IReadOnlyCollection<string> Named(IEnumerable<string> columns) =>
        [.. columns.Select(column => Labels.Of(InboundEventTable.LogicalName, column))];
}
