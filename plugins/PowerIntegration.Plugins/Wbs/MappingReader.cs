using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>Rules and tasks of one project.</summary>
internal static class MappingReader
{
    private const string TaskAlias = "task";

    /// <summary>The complete mapping, in two requests.</summary>
    public static WbsMapping Read(IOrganizationService service, Guid projectId, RowView project)
    {
        var tasks = Rows.All(service, Tasks(projectId)).ToDictionary(row => row.Id, row => ReadTask(new RowView(row)));
        return new WbsMapping
        {
            ProjectNumber = project.RequiredText(ProjectTable.OracleProjectNumber),
            ExpenditureOrganization = project.RequiredText(ProjectTable.ExpenditureOrganization),
            Tasks = new ProjectTasks(tasks.Values),
            Rules = new MappingRules(
                Rows.All(service, Rules(projectId, RuleStateChoice.Active)).Select(row => ReadRule(new RowView(row), TaskOf(new RowView(row), tasks)))
            ),
        };
    }

    /// <summary>The complete mapping, and the drafts of rules beside it, in two requests.</summary>
    /// <param name="service">Reads.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="project">Its row.</param>
    /// <param name="drafts">The drafts, with name, key and contributors.</param>
    public static WbsMapping Read(IOrganizationService service, Guid projectId, RowView project, out IReadOnlyList<Entity> drafts)
    {
        var query = Rules(projectId, RuleStateChoice.Active, RuleStateChoice.Draft);
        query.ColumnSet.AddColumns(WbsMappingRuleTable.RuleState, WbsMappingRuleTable.ContributorIds, WbsMappingRuleTable.Contributors);
        var tasks = Rows.All(service, Tasks(projectId)).ToDictionary(row => row.Id, row => ReadTask(new RowView(row)));
        var rules = Rows.All(service, query).ToLookup(row => new RowView(row).Choice(WbsMappingRuleTable.RuleState) == RuleStateChoice.Active);
        drafts = [.. rules[false]];
        return None(project) with
        {
            Tasks = new ProjectTasks(tasks.Values),
            Rules = new MappingRules(rules[true].Select(row => ReadRule(new RowView(row), TaskOf(new RowView(row), tasks)))),
        };
    }

    /// <summary>
    /// The mapping as the source lines of one document need it: one request, because the tasks that their segments name came with the lines.
    /// </summary>
    /// <param name="service">Reads.</param>
    /// <param name="projectId">The project.</param>
    /// <param name="project">Its row.</param>
    /// <param name="segmentTasks">Tasks that a task segment of a line names.</param>
    public static WbsMapping Read(IOrganizationService service, Guid projectId, RowView project, IEnumerable<ProjectTask> segmentTasks)
    {
        var query = Rules(projectId, RuleStateChoice.Active);
        query
            .AddLink(OracleTaskTable.LogicalName, WbsMappingRuleTable.OracleTaskId, OracleTaskTable.Id, JoinOperator.LeftOuter)
            .Join(TaskAlias, TaskColumns);
        var rows = Rows.All(service, query);
        var tasks = rows.Select(row => Task(new RowView(row, TaskAlias))).OfType<ProjectTask>().Concat(segmentTasks);
        return new WbsMapping
        {
            ProjectNumber = project.RequiredText(ProjectTable.OracleProjectNumber),
            ExpenditureOrganization = project.RequiredText(ProjectTable.ExpenditureOrganization),
            Tasks = new ProjectTasks(tasks),
            Rules = new MappingRules(rows.Select(row => ReadRule(new RowView(row), new RowView(row, TaskAlias).Text(OracleTaskTable.TaskNumber)))),
        };
    }

    /// <summary>The columns of a task that was joined.</summary>
    public static string[] TaskColumns =>
        [OracleTaskTable.TaskNumber, OracleTaskTable.LowestLevel, OracleTaskTable.Chargeable, OracleTaskTable.StartDate, OracleTaskTable.FinishDate];

    /// <summary>A task that was joined; null where there was none.</summary>
    public static ProjectTask? Task(RowView row) => row.Text(OracleTaskTable.TaskNumber) is null ? null : ReadTask(row);

    /// <summary>A mapping without rules, for documents that send no cost.</summary>
    public static WbsMapping None(RowView project) =>
        new()
        {
            ProjectNumber = project.RequiredText(ProjectTable.OracleProjectNumber),
            ExpenditureOrganization = project.RequiredText(ProjectTable.ExpenditureOrganization),
            Tasks = ProjectTasks.None,
            Rules = MappingRules.None,
        };

    /// <summary>The rows of the active rules of a project, without their tasks.</summary>
    public static IReadOnlyList<Entity> ActiveRules(IOrganizationService service, Guid projectId) =>
        Rows.All(service, Rules(projectId, RuleStateChoice.Active));

    /// <summary>Which codes a row takes on which days, whether the row is complete or not.</summary>
    public static WbsMappingRule Patterns(Entity row)
    {
        var view = new RowView(row);
        return new WbsMappingRule
        {
            Key = view.Text(WbsMappingRuleTable.Name) ?? view.Text(WbsMappingRuleTable.Key) ?? "",
            TaskSegment = CodePattern.Parse(view.Text(WbsMappingRuleTable.TaskSegmentCode)),
            CostCode = CodePattern.Parse(view.Text(WbsMappingRuleTable.CostCode)),
            CostType = CodePattern.Parse(view.Text(WbsMappingRuleTable.CostType)),
            ExpenditureType = view.Text(WbsMappingRuleTable.ExpenditureType) ?? "",
            ValidFrom = view.Date(WbsMappingRuleTable.ValidFrom),
            ValidTo = view.Date(WbsMappingRuleTable.ValidTo),
        };
    }

    private static QueryExpression Tasks(Guid projectId)
    {
        var query = Rows.Of(OracleTaskTable.LogicalName, TaskColumns);
        query.Criteria.AddCondition(OracleTaskTable.ProjectId, ConditionOperator.Equal, projectId);
        return query;
    }

    private static QueryExpression Rules(Guid projectId, params int[] states)
    {
        var query = Rows.Of(
            WbsMappingRuleTable.LogicalName,
            [
                WbsMappingRuleTable.Key,
                WbsMappingRuleTable.Name,
                WbsMappingRuleTable.VersionHash,
                WbsMappingRuleTable.TaskSegmentCode,
                WbsMappingRuleTable.CostCode,
                WbsMappingRuleTable.CostType,
                WbsMappingRuleTable.OracleTaskId,
                WbsMappingRuleTable.ExpenditureType,
                WbsMappingRuleTable.ExpenditureOrganization,
                WbsMappingRuleTable.ValidFrom,
                WbsMappingRuleTable.ValidTo,
            ]
        );
        query.Criteria.AddCondition(WbsMappingRuleTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(WbsMappingRuleTable.RuleState, ConditionOperator.In, [.. states.Cast<object>()]);
        return query;
    }

    private static ProjectTask ReadTask(RowView row) =>
        new()
        {
            TaskNumber = row.RequiredText(OracleTaskTable.TaskNumber),
            IsLowestLevel = row.Flag(OracleTaskTable.LowestLevel),
            IsChargeable = row.Flag(OracleTaskTable.Chargeable),
            Start = row.Date(OracleTaskTable.StartDate),
            Finish = row.Date(OracleTaskTable.FinishDate),
        };

    private static string? TaskOf(RowView rule, Dictionary<Guid, ProjectTask> tasks) =>
        rule.Reference(WbsMappingRuleTable.OracleTaskId) is { } taskId && tasks.TryGetValue(taskId, out var task) ? task.TaskNumber : null;

    private static WbsMappingRule ReadRule(RowView row, string? taskNumber) =>
        new()
        {
            Key = row.RequiredText(WbsMappingRuleTable.Key),
            VersionHash = row.Text(WbsMappingRuleTable.VersionHash),
            TaskSegment = CodePattern.Parse(row.RequiredText(WbsMappingRuleTable.TaskSegmentCode)),
            CostCode = CodePattern.Parse(row.RequiredText(WbsMappingRuleTable.CostCode)),
            CostType = CodePattern.Parse(row.RequiredText(WbsMappingRuleTable.CostType)),
            TaskNumber = taskNumber,
            ExpenditureType = row.RequiredText(WbsMappingRuleTable.ExpenditureType),
            Organization = row.Text(WbsMappingRuleTable.ExpenditureOrganization) is { } name
                ? OrganizationRule.Fixed(name)
                : OrganizationRule.Project,
            ValidFrom = row.RequiredDate(WbsMappingRuleTable.ValidFrom),
            ValidTo = row.Date(WbsMappingRuleTable.ValidTo),
        };
}
