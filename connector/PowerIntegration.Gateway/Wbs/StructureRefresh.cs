using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Wbs.Amounts;
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
    PeriodRefresh periods,
    CatalogRefresh catalog,
    TaskRefresh tasks,
    ControlRefresh controls,
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
        var due = await DueAsync(cancellationToken);
        var problem = due.Count > 0 ? await ProblemOfAllAsync(budget, cancellationToken) : null;
        foreach (var project in due)
        {
            if (budget.Exhausted)
            {
                return new RefreshedStructures(read, failed, HasMore: true);
            }

            if (await RefreshAsync(project, problem, budget, cancellationToken))
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

    // Without types and organizations codings are checked less, and periods stay as they were; the rest of a project can still be read.
    private async Task<string?> ProblemOfAllAsync(CallBudget budget, CancellationToken cancellationToken)
    {
        string?[] problems =
        [
            await ProblemAsync(() => periods.RefreshAsync(budget, cancellationToken)),
            await ProblemAsync(() => catalog.RefreshAsync(budget, cancellationToken)),
        ];
        return string.Join(" ", problems.OfType<string>()) is { Length: > 0 } sentences ? sentences : null;
    }

    private static async Task<string?> ProblemAsync(Func<Task> read)
    {
        try
        {
            await read();
            return null;
        }
        catch (IntegrationException problem)
        {
            return problem.Message;
        }
    }

    private async Task<bool> RefreshAsync(Entity row, string? problemBefore, CallBudget budget, CancellationToken cancellationToken)
    {
        var result = new ParameterCollection { ["ProjectId"] = row.Id };
        if (problemBefore is not null)
        {
            result["Note"] = problemBefore;
        }

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
        var project = await FindAsync(view, budget, cancellationToken);
        result["BusinessUnit"] = project.BusinessUnitName ?? "";
        result["CrossCharge"] = project.AllowCrossChargeFlag == true;
        var source = new SourceProject(row.Id, view.RequiredText(ProjectTable.ProcoreId), view.Text(ProjectTable.TaskSegment));
        var read = await projects.TasksWithControlsAsync(project.ProjectId!, budget, cancellationToken);
        var written = codes.Written;
        // Said after each step, for what was written is proved again whatever happens to the steps behind it.
        var isChanged = await tasks.RefreshAsync(source, read, cancellationToken);
        result["Changed"] = isChanged;
        isChanged |= await controls.RefreshAsync(source, project.ProjectId!, read, budget, cancellationToken);
        result["Changed"] = isChanged;
        var listed = await codes.RefreshAsync(source, budget, cancellationToken);
        result["Changed"] = isChanged || codes.Written > written;
        await amounts.RefreshAsync(source, listed.Keys.ToHashSet(StringComparer.Ordinal), budget, cancellationToken);
    }

    // Oracle's project templates are not among its projects, and their tasks are not published for reading.
    private async Task<OracleProjectWire> FindAsync(RowView row, CallBudget budget, CancellationToken cancellationToken)
    {
        var number = row.RequiredText(ProjectTable.OracleProjectNumber);
        try
        {
            return await projects.FindAsync(number, budget, cancellationToken);
        }
        catch (IntegrationException missing) when (missing.Kind == ProblemCatalog.OracleProjectUnknown && row.Flag(ProjectTable.IsTemplate))
        {
            throw new IntegrationException(
                missing.Kind,
                $"Oracle has no project '{number}'. The tasks of an Oracle project template cannot be read: enter the number of an Oracle project "
                    + "that has the standard tasks of the company.",
                missing
            );
        }
    }

    private async Task<IReadOnlyList<Entity>> DueAsync(CancellationToken cancellationToken)
    {
        var query = new QueryExpression(ProjectTable.LogicalName)
        {
            ColumnSet = new ColumnSet(ProjectTable.OracleProjectNumber, ProjectTable.ProcoreId, ProjectTable.TaskSegment, ProjectTable.IsTemplate),
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
