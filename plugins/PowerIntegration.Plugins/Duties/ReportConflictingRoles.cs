using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Duties;

/// <summary>
/// Compares the roles of every enabled user with the rules about roles that one person must not have. Decisions of such a person are refused at each
/// call; this tells the controller before the person decides something, and about roles of applications too.
/// </summary>
[CustomApi(
    "pint_ReportConflictingRoles",
    Gates.ReportConflictingRoles,
    "Finds every enabled user with roles that one person must not have, opens a finding for each, and closes those that are resolved."
)]
[CustomApiOutput("Count", CustomApiFieldType.Integer, "Number of users with conflicting roles.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class ReportConflictingRoles : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var writer = new FindingWriter(service, call.Context.OperationCreatedOn);
        var conflicted = RoleReader.OfEnabledUsers(service).Where(holder => holder.Conflicts.Count > 0).ToList();
        var seen = conflicted.Count == 0 ? [] : Report(service, writer, conflicted);
        CloseOthers(service, writer, seen, call.Context.OperationCreatedOn);
        call.Output("Count", conflicted.Count);
        call.Output(
            "Message",
            conflicted.Count switch
            {
                0 => "No user has conflicting roles.",
                1 => "1 user has conflicting roles. It is reported to the controller as a finding.",
                _ => $"{conflicted.Count} users have conflicting roles. Each is reported to the controller as a finding.",
            }
        );
    }

    private static List<string> Report(IOrganizationService service, FindingWriter writer, List<RoleHolder> holders)
    {
        var query = Rows.Of(EnvironmentTable.LogicalName, FindingWriter.EnvironmentColumns);
        query.AddOrder(EnvironmentTable.Key, OrderType.Ascending);
        query.TopCount = 1;
        var environment =
            Rows.First(service, query)
            ?? throw new InvalidPluginExecutionException(
                $"{holders[0].Sentence} This cannot be reported because no environment is set up. Ask the mapping administrator to add it."
            );
        var scope = FindingWriter.ScopeOf(new RowView(environment));
        foreach (var holder in holders)
        {
            var user = new EntityReference("systemuser", holder.User.Id);
            writer.Seen(holder.Finding!, new FindingSubject(scope, environment.Id, user, null));
        }

        return [.. holders.Select(holder => SyncKey.ForFinding(scope, FindingKind.ConflictingRoles.Wire, holder.User.Id))];
    }

    private static void CloseOthers(IOrganizationService service, FindingWriter writer, IReadOnlyList<string> seen, DateTime now)
    {
        var query = Rows.Of(FindingTable.LogicalName, [.. FindingRows.Columns, FindingTable.Key]);
        query.Criteria.AddCondition(FindingTable.Kind, ConditionOperator.Equal, FindingKind.ConflictingRoles.Wire);
        query.Criteria.AddCondition(FindingTable.FindingState, ConditionOperator.In, FindingStateChoice.Open, FindingStateChoice.Acknowledged);
        foreach (var row in Rows.All(service, query).Where(row => !seen.Contains(row.GetAttributeValue<string>(FindingTable.Key))))
        {
            var before = FindingRows.Read(new RowView(row));
            writer.Set(row.Id, before, before.WithoutCause(now));
        }
    }
}
