using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>Reads the mapping of a project and its codes in use.</summary>
internal sealed class CoverageReading(IDataverseStore store, OpenWork openWork)
{
    private readonly Dictionary<Guid, OracleCatalog?> catalogs = [];

    /// <summary>The project's row.</summary>
    /// <exception cref="IntegrationException">It is not there, or not active.</exception>
    public async Task<Entity> ProjectAsync(Guid? id, CancellationToken cancellationToken)
    {
        string[] columns = [.. MappingQueries.ProjectColumns, ProjectTable.RuleState, ProjectTable.Name];
        var row = id is { } known ? await store.FindAsync(ProjectTable.LogicalName, known, columns, cancellationToken) : null;
        return row is not null && new RowView(row).Choice(ProjectTable.RuleState) == RuleStateChoice.Active
            ? row
            : throw new IntegrationException(
                ProblemCatalog.RunUnusable,
                $"Project {(row is null ? "of this run" : new RowView(row).Text(ProjectTable.Name))} is not active. Activate the project, then start "
                    + "a new coverage proof."
            );
    }

    /// <summary>Everything that decides the coding of a code.</summary>
    /// <param name="project">The project's row.</param>
    /// <param name="tasks">The rows of its tasks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<WbsMapping> MappingAsync(Entity project, IReadOnlyList<Entity> tasks, CancellationToken cancellationToken)
    {
        var environment = new RowView(project).RequiredReference(ProjectTable.EnvironmentId);
        var rules = await store.ListAsync(MappingQueries.Rules(project.Id, environment, RuleStateChoice.Active), cancellationToken);
        var controls = await store.ListAsync(MappingQueries.Controls(project.Id), cancellationToken);
        var numbers = tasks.ToDictionary(row => row.Id, row => new RowView(row).RequiredText(OracleTaskTable.TaskNumber));
        return MappingRows.Empty(new RowView(project)) with
        {
            Tasks = new ProjectTasks(tasks.Select(row => MappingRows.Task(new RowView(row)))),
            Rules = new MappingRules(rules.Select(row => MappingRows.Rule(new RowView(row), NumberOf(new RowView(row), numbers)))),
            Controls = [.. controls.Select(row => MappingRows.Control(new RowView(row)))],
            Catalog = await CatalogAsync(environment, cancellationToken),
        };
    }

    /// <summary>The tasks of a project.</summary>
    public Task<IReadOnlyList<Entity>> TasksAsync(Guid projectId, CancellationToken cancellationToken) =>
        store.ListAsync(MappingQueries.Tasks(projectId), cancellationToken);

    /// <summary>The codes in use of a project, in a fixed order.</summary>
    public async Task<IReadOnlyList<UsedCode>> CodesAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var days = await openWork.DaysAsync(projectId, cancellationToken);
        return [.. (await CodeRowsAsync(projectId, cancellationToken)).Select(row => Code(new RowView(row), days))];
    }

    /// <summary>The rows of the codes in use of a project, in a fixed order.</summary>
    public Task<IReadOnlyList<Entity>> CodeRowsAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(ProcoreWbsCodeTable.LogicalName)
        {
            ColumnSet = new ColumnSet([
                ProcoreWbsCodeTable.Key,
                ProcoreWbsCodeTable.ProcoreId,
                ProcoreWbsCodeTable.Name,
                ProcoreWbsCodeTable.FlatCode,
                ProcoreWbsCodeTable.TaskSegmentName,
                ProcoreWbsCodeTable.CostCodeName,
                ProcoreWbsCodeTable.Budget,
                ProcoreWbsCodeTable.Committed,
                ProcoreWbsCodeTable.Billed,
                .. MappingQueries.CodeColumns,
            ]),
        };
        query.Criteria.AddCondition(ProcoreWbsCodeTable.ProjectId, ConditionOperator.Equal, projectId);
        query.AddOrder(ProcoreWbsCodeTable.Key, OrderType.Ascending);
        return store.ListAsync(query, cancellationToken);
    }

    private static UsedCode Code(RowView row, IReadOnlyDictionary<string, IReadOnlyList<CalendarDate>> days) =>
        MappingRows.Used(row) with
        {
            Budget = row.Amount(ProcoreWbsCodeTable.Budget),
            Days = row.Text(ProcoreWbsCodeTable.ProcoreId) is { } id && days.TryGetValue(id, out var own) ? own : [],
            Names = [.. new[] { row.Text(ProcoreWbsCodeTable.TaskSegmentName), row.Text(ProcoreWbsCodeTable.CostCodeName) }.OfType<string>()],
        };

    private static string? NumberOf(RowView rule, Dictionary<Guid, string> numbers) =>
        rule.Reference(WbsMappingRuleTable.OracleTaskId) is { } task && numbers.TryGetValue(task, out var number) ? number : null;

    private async Task<OracleCatalog?> CatalogAsync(Guid environment, CancellationToken cancellationToken)
    {
        if (!catalogs.TryGetValue(environment, out var catalog))
        {
            catalogs[environment] = catalog = MappingRows.Catalog(
                await store.ListAsync(MappingQueries.Types(environment), cancellationToken),
                await store.ListAsync(MappingQueries.Organizations(environment), cancellationToken)
            );
        }

        return catalog;
    }
}
