using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Plugins.Contracts;
using PowerIntegration.Plugins.Tables;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>Rules and tasks of one project: two requests.</summary>
internal static class MappingReader
{
    public static WbsMapping Read(IOrganizationService service, Guid projectId, RowView project)
    {
        var tasks = Rows.All(service, Tasks(projectId)).ToDictionary(row => row.Id, ReadTask);
        return new WbsMapping
        {
            ProjectNumber = project.RequiredText(ProjectTable.OracleProjectNumber),
            ExpenditureOrganization = project.RequiredText(ProjectTable.ExpenditureOrganization),
            Tasks = [.. tasks.Values],
            Rules = [.. Rows.All(service, Rules(projectId)).Select(row => ReadRule(new RowView(row), tasks))],
        };
    }

    /// <summary>A mapping without rules, for documents that send no cost.</summary>
    public static WbsMapping None(RowView project) => new()
    {
        ProjectNumber = project.RequiredText(ProjectTable.OracleProjectNumber),
        ExpenditureOrganization = project.RequiredText(ProjectTable.ExpenditureOrganization),
        Tasks = [],
        Rules = [],
    };

    private static QueryExpression Tasks(Guid projectId)
    {
        var query = Rows.Of(
            OracleTaskTable.LogicalName,
            [OracleTaskTable.TaskNumber, OracleTaskTable.LowestLevel, OracleTaskTable.Chargeable, OracleTaskTable.StartDate, OracleTaskTable.FinishDate]);
        query.Criteria.AddCondition(OracleTaskTable.ProjectId, ConditionOperator.Equal, projectId);
        return query;
    }

    private static QueryExpression Rules(Guid projectId)
    {
        var query = Rows.Of(
            WbsMappingRuleTable.LogicalName,
            [
                WbsMappingRuleTable.Key, WbsMappingRuleTable.TaskSegmentCode, WbsMappingRuleTable.CostCode, WbsMappingRuleTable.CostType,
                WbsMappingRuleTable.OracleTaskId, WbsMappingRuleTable.ExpenditureType, WbsMappingRuleTable.ExpenditureOrganization,
                WbsMappingRuleTable.ValidFrom, WbsMappingRuleTable.ValidTo,
            ]);
        query.Criteria.AddCondition(WbsMappingRuleTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(WbsMappingRuleTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        return query;
    }

    private static OracleTask ReadTask(Entity entity)
    {
        var row = new RowView(entity);
        return new OracleTask
        {
            TaskNumber = row.RequiredText(OracleTaskTable.TaskNumber),
            IsLowestLevel = row.Flag(OracleTaskTable.LowestLevel),
            IsChargeable = row.Flag(OracleTaskTable.Chargeable),
            Start = row.Date(OracleTaskTable.StartDate),
            Finish = row.Date(OracleTaskTable.FinishDate),
        };
    }

    private static WbsMappingRule ReadRule(RowView row, Dictionary<Guid, OracleTask> tasks) => new()
    {
        Key = row.RequiredText(WbsMappingRuleTable.Key),
        TaskSegmentCode = row.RequiredText(WbsMappingRuleTable.TaskSegmentCode),
        CostCode = row.RequiredText(WbsMappingRuleTable.CostCode),
        CostType = row.RequiredText(WbsMappingRuleTable.CostType),
        TaskNumber = row.Reference(WbsMappingRuleTable.OracleTaskId) is { } taskId && tasks.TryGetValue(taskId, out var task) ? task.TaskNumber : null,
        ExpenditureType = row.RequiredText(WbsMappingRuleTable.ExpenditureType),
        ExpenditureOrganization = row.Text(WbsMappingRuleTable.ExpenditureOrganization),
        ValidFrom = row.RequiredDate(WbsMappingRuleTable.ValidFrom),
        ValidTo = row.Date(WbsMappingRuleTable.ValidTo),
    };
}
