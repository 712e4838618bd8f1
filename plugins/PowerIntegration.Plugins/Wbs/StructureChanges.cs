using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>
/// What of a project's structure was written since a run was started. The gateway says what it wrote, but a gateway that was stopped between writing
/// and saying so finds no difference the next time; the rows still have the time.
/// </summary>
internal static class StructureChanges
{
    /// <summary>True where a task, a transaction control or a code was written after the run was started.</summary>
    public static bool Since(IOrganizationService service, Guid projectId, Entity run) =>
        OfTasksSince(service, projectId, run)
        || IsNewer(service, TransactionControlTable.LogicalName, projectId, run)
        || IsNewer(service, ProcoreWbsCodeTable.LogicalName, projectId, run);

    /// <summary>True where a task was written after the run was started.</summary>
    public static bool OfTasksSince(IOrganizationService service, Guid projectId, Entity run) =>
        IsNewer(service, OracleTaskTable.LogicalName, projectId, run);

    // The tables have the same two columns.
    private static bool IsNewer(IOrganizationService service, string table, Guid projectId, Entity run)
    {
        if (new RowView(run).Instant(StalledRows.CreatedOn) is not { } started)
        {
            return false;
        }

        var query = Rows.Of(table, [OracleTaskTable.ReadOn]);
        query.Criteria.AddCondition(OracleTaskTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(OracleTaskTable.ReadOn, ConditionOperator.GreaterThan, started);
        query.TopCount = 1;
        return Rows.First(service, query) is not null;
    }
}
