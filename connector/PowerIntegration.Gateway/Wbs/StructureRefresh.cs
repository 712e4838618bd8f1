using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>
/// Reads the tasks of each project from Oracle, and its codes and what is committed and billed on them, for as long as one call may take; the next
/// call goes on with the project that waits longest.
/// </summary>
internal sealed class StructureRefresh(
    IDataverseStore store,
    OracleProjects projects,
    TaskRefresh tasks,
    WbsCodes codes,
    CodeAmounts amounts,
    EnvironmentPin pin,
    TimeProvider clock
)
{
    /// <summary>Time limit of one call.</summary>
    public static readonly TimeSpan CallMax = TimeSpan.FromMinutes(1);

    /// <summary>A project is read again when its last reading is older than this.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Reads projects until all are current or the time is up. What stops one project does not stop the others.</summary>
    public async Task<RefreshedStructures> RefreshAsync(CancellationToken cancellationToken)
    {
        var budget = CallBudget.Start(clock, CallMax);
        var read = 0;
        var failed = 0;
        foreach (var project in await DueAsync(cancellationToken))
        {
            if (budget.Exhausted)
            {
                return new RefreshedStructures(read, failed, HasMore: true);
            }

            if (await RefreshAsync(project, budget, cancellationToken))
            {
                read++;
            }
            else
            {
                failed++;
            }
        }

        return new RefreshedStructures(read, failed, HasMore: false);
    }

    private async Task<bool> RefreshAsync(Entity row, CallBudget budget, CancellationToken cancellationToken)
    {
        var result = new ParameterCollection { ["ProjectId"] = row.Id };
        try
        {
            await ReadAsync(row, result, budget, cancellationToken);
        }
        catch (IntegrationException problem)
        {
            result["Note"] = problem.Message;
        }

        await store.CallAsync("pint_RecordStructure", result, cancellationToken);
        return !result.ContainsKey("Note");
    }

    private async Task ReadAsync(Entity row, ParameterCollection result, CallBudget budget, CancellationToken cancellationToken)
    {
        var view = new RowView(row);
        var project = await projects.FindAsync(view.RequiredText(ProjectTable.OracleProjectNumber), budget, cancellationToken);
        result["BusinessUnit"] = project.BusinessUnitName ?? "";
        result["CrossCharge"] = project.AllowCrossChargeFlag == true;
        var source = new SourceProject(row.Id, view.RequiredText(ProjectTable.ProcoreId), view.Text(ProjectTable.TaskSegment));
        await tasks.RefreshAsync(source, project.ProjectId!, budget, cancellationToken);
        var listed = await codes.RefreshAsync(source, budget, cancellationToken);
        await amounts.RefreshAsync(source, listed.Keys, budget, cancellationToken);
    }

    private async Task<IReadOnlyList<Entity>> DueAsync(CancellationToken cancellationToken)
    {
        var query = new QueryExpression(ProjectTable.LogicalName)
        {
            ColumnSet = new ColumnSet(ProjectTable.OracleProjectNumber, ProjectTable.ProcoreId, ProjectTable.TaskSegment),
        };
        query.Criteria.AddCondition(ProjectTable.EnvironmentId, ConditionOperator.Equal, pin.Environment.Id);
        query.Criteria.AddCondition(ProjectTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        var due = query.Criteria.AddFilter(LogicalOperator.Or);
        due.AddCondition(ProjectTable.StructureReadOn, ConditionOperator.Null);
        due.AddCondition(ProjectTable.StructureReadOn, ConditionOperator.LessEqual, clock.GetUtcNow().UtcDateTime - Interval);
        query.AddOrder(ProjectTable.StructureReadOn, OrderType.Ascending);
        return await store.ListAsync(query, cancellationToken);
    }
}
