using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>Rules, tasks and what of Oracle the codings of one project are checked against.</summary>
internal static class MappingReader
{
    private const string TaskAlias = "task";

    /// <summary>The complete mapping.</summary>
    public static WbsMapping Read(IOrganizationService service, Guid projectId, RowView project) =>
        Complete(service, projectId, project, Rows.All(service, MappingQueries.Rules(projectId, EnvironmentOf(project), RuleStateChoice.Active)));

    /// <summary>The complete mapping, and the drafts of rules beside it.</summary>
    /// <param name="service">Reads.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="project">Its row.</param>
    /// <param name="drafts">The drafts, with name, key and contributors.</param>
    public static WbsMapping Read(IOrganizationService service, Guid projectId, RowView project, out IReadOnlyList<Entity> drafts)
    {
        var query = MappingQueries.Rules(projectId, EnvironmentOf(project), RuleStateChoice.Active, RuleStateChoice.Draft);
        query.ColumnSet.AddColumns(WbsMappingRuleTable.RuleState, WbsMappingRuleTable.ContributorIds, WbsMappingRuleTable.Contributors);
        var rules = Rows.All(service, query).ToLookup(row => new RowView(row).Choice(WbsMappingRuleTable.RuleState) == RuleStateChoice.Active);
        drafts = [.. rules[false]];
        return Complete(service, projectId, project, rules[true]);
    }

    /// <summary>
    /// The mapping as the source lines of one document need it: only the tasks that rules name are read, for the tasks that segments name came with
    /// the lines.
    /// </summary>
    /// <param name="service">Reads.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="project">Its row.</param>
    /// <param name="segmentTasks">Tasks that a task segment of a line names.</param>
    public static WbsMapping Read(IOrganizationService service, Guid projectId, RowView project, IEnumerable<ProjectTask> segmentTasks) =>
        Joined(service, projectId, project, MappingQueries.Rules(projectId, EnvironmentOf(project), RuleStateChoice.Active), segmentTasks);

    /// <summary>The mapping as one code needs it: a project may have thousands of rules and tasks that have nothing to do with it.</summary>
    /// <param name="service">Reads.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="project">Its row.</param>
    /// <param name="codes">The code.</param>
    public static WbsMapping Read(IOrganizationService service, Guid projectId, RowView project, SegmentCodes codes) =>
        Joined(
            service,
            projectId,
            project,
            MappingQueries.RulesFor(projectId, EnvironmentOf(project), codes.CostCode),
            codes.TaskSegment is { Length: > 0 } number ? Numbered(service, projectId, [number]) : []
        );

    private static WbsMapping Joined(
        IOrganizationService service,
        Guid projectId,
        RowView project,
        QueryExpression query,
        IEnumerable<ProjectTask> segmentTasks
    )
    {
        query
            .AddLink(OracleTaskTable.LogicalName, WbsMappingRuleTable.OracleTaskId, OracleTaskTable.Id, JoinOperator.LeftOuter)
            .Join(TaskAlias, TaskColumns);
        var rows = Rows.All(service, query);
        var tasks = rows.Select(row => Task(new RowView(row, TaskAlias)))
            .OfType<ProjectTask>()
            .Concat(segmentTasks)
            .Concat(Named(service, projectId, rows));
        return Checked(service, projectId, project) with
        {
            Tasks = new ProjectTasks(tasks),
            Rules = new MappingRules(
                rows.Select(row => MappingRows.Rule(new RowView(row), new RowView(row, TaskAlias).Text(OracleTaskTable.TaskNumber)))
            ),
        };
    }

    /// <summary>The columns of a task that was joined.</summary>
    public static string[] TaskColumns => [.. MappingQueries.TaskColumns];

    /// <summary>A task that was joined; null where there was none.</summary>
    public static ProjectTask? Task(RowView row) => row.Text(OracleTaskTable.TaskNumber) is null ? null : MappingRows.Task(row);

    /// <summary>A mapping without rules, for documents that send no cost.</summary>
    public static WbsMapping None(RowView project) => MappingRows.Empty(project);

    /// <summary>The rows of the active rules of a project, or of the whole company, without their tasks.</summary>
    public static IReadOnlyList<Entity> ActiveRules(IOrganizationService service, Guid? projectId, Guid? environmentId) =>
        Rows.All(service, MappingQueries.Rules(projectId, environmentId, RuleStateChoice.Active));

    private static Guid? EnvironmentOf(RowView project) => project.Reference(ProjectTable.EnvironmentId);

    private static WbsMapping Complete(IOrganizationService service, Guid projectId, RowView project, IEnumerable<Entity> rules)
    {
        var tasks = Rows.All(service, MappingQueries.Tasks(projectId)).ToDictionary(row => row.Id, row => MappingRows.Task(new RowView(row)));
        return Checked(service, projectId, project) with
        {
            Tasks = new ProjectTasks(tasks.Values),
            Rules = new MappingRules(rules.Select(row => MappingRows.Rule(new RowView(row), TaskOf(new RowView(row), tasks)))),
        };
    }

    private static WbsMapping Checked(IOrganizationService service, Guid projectId, RowView project) =>
        MappingRows.Empty(project) with
        {
            Controls = [.. Rows.All(service, MappingQueries.Controls(projectId)).Select(row => MappingRows.Control(new RowView(row)))],
            Catalog = EnvironmentOf(project) is { } environment
                ? MappingRows.Catalog(
                    Rows.All(service, MappingQueries.Types(environment)),
                    Rows.All(service, MappingQueries.Organizations(environment))
                )
                : null,
        };

    // Rules of the whole company name tasks by number, and each project has its own.
    private static IEnumerable<ProjectTask> Named(IOrganizationService service, Guid projectId, IEnumerable<Entity> rules) =>
        Numbered(service, projectId, [.. rules.Select(row => new RowView(row).Text(WbsMappingRuleTable.TaskNumber)).OfType<string>().Distinct()]);

    private static IEnumerable<ProjectTask> Numbered(IOrganizationService service, Guid projectId, IReadOnlyList<string> numbers)
    {
        if (numbers.Count == 0)
        {
            return [];
        }

        var query = MappingQueries.Tasks(projectId);
        query.Criteria.AddCondition(OracleTaskTable.TaskNumber, ConditionOperator.In, [.. numbers.Cast<object>()]);
        return Rows.All(service, query).Select(row => MappingRows.Task(new RowView(row)));
    }

    private static string? TaskOf(RowView rule, Dictionary<Guid, ProjectTask> tasks) =>
        rule.Reference(WbsMappingRuleTable.OracleTaskId) is { } taskId && tasks.TryGetValue(taskId, out var task) ? task.TaskNumber : null;
}
