using Microsoft.Xrm.Sdk.Query;

namespace PowerIntegration.Tables.Wbs;

/// <summary>The queries that a mapping is read with.</summary>
public static class MappingQueries
{
    /// <summary>What of a project its mapping needs.</summary>
    public static IReadOnlyList<string> ProjectColumns { get; } =
    [
        ProjectTable.OracleProjectNumber,
        ProjectTable.ExpenditureOrganization,
        ProjectTable.EnvironmentId,
        ProjectTable.TaskSource,
        ProjectTable.TaskSegment,
        ProjectTable.BusinessUnit,
        ProjectTable.CrossCharge,
    ];

    /// <summary>What of a task decides whether it takes a cost.</summary>
    public static IReadOnlyList<string> TaskColumns { get; } =
    [OracleTaskTable.TaskNumber, OracleTaskTable.LowestLevel, OracleTaskTable.Chargeable, OracleTaskTable.StartDate, OracleTaskTable.FinishDate];

    /// <summary>Which codes a row takes or has.</summary>
    public static IReadOnlyList<string> CodeColumns { get; } =
    [
        ProcoreWbsCodeTable.TaskSegmentCode,
        ProcoreWbsCodeTable.CostCode,
        ProcoreWbsCodeTable.CostType,
        ProcoreWbsCodeTable.SubJob,
        ProcoreWbsCodeTable.OtherSegments,
    ];

    /// <summary>States of documents that are not sent yet.</summary>
    public static IReadOnlyList<int> OpenStates { get; } =
    [
        DocumentStateChoice.Received,
        DocumentStateChoice.Held,
        DocumentStateChoice.Refused,
        DocumentStateChoice.Prepared,
        DocumentStateChoice.AwaitingApproval,
    ];

    /// <summary>
    /// The codes of a project with the money on them, in a fixed order: those that Procore lists, and those in use that it lists no more.
    /// </summary>
    public static QueryExpression CodesInUse(Guid projectId)
    {
        var query = Of(
            ProcoreWbsCodeTable.LogicalName,
            [
                ProcoreWbsCodeTable.Key,
                ProcoreWbsCodeTable.ProcoreId,
                ProcoreWbsCodeTable.Name,
                ProcoreWbsCodeTable.FlatCode,
                ProcoreWbsCodeTable.TaskSegmentName,
                ProcoreWbsCodeTable.CostCodeName,
                ProcoreWbsCodeTable.Budget,
                ProcoreWbsCodeTable.Committed,
                ProcoreWbsCodeTable.Billed,
                .. CodeColumns,
            ],
            ProcoreWbsCodeTable.ProjectId,
            projectId
        );
        var proved = query.Criteria.AddFilter(LogicalOperator.Or);
        proved.AddCondition(ProcoreWbsCodeTable.UnlistedOn, ConditionOperator.Null);
        proved.AddCondition(ProcoreWbsCodeTable.InUse, ConditionOperator.Equal, true);
        query.AddOrder(ProcoreWbsCodeTable.Key, OrderType.Ascending);
        return query;
    }

    /// <summary>Every task of a project.</summary>
    public static QueryExpression Tasks(Guid projectId)
    {
        var query = Of(OracleTaskTable.LogicalName, TaskColumns);
        query.ColumnSet.AddColumns(OracleTaskTable.Name, OracleTaskTable.ParentNumber, OracleTaskTable.ChangedOn);
        query.Criteria.AddCondition(OracleTaskTable.ProjectId, ConditionOperator.Equal, projectId);
        return query;
    }

    /// <summary>The rules of a project, and those of the whole company.</summary>
    /// <param name="projectId">The project; null for those of the company alone.</param>
    /// <param name="environmentId">Its environment; null for those of the project alone.</param>
    /// <param name="states">States of the rules.</param>
    public static QueryExpression Rules(Guid? projectId, Guid? environmentId, params int[] states)
    {
        var query = Of(WbsMappingRuleTable.LogicalName, RuleColumns);
        query.Criteria.AddCondition(WbsMappingRuleTable.RuleState, ConditionOperator.In, [.. states.Cast<object>()]);
        var scope = query.Criteria.AddFilter(LogicalOperator.Or);
        if (projectId is { } project)
        {
            scope.AddCondition(WbsMappingRuleTable.ProjectId, ConditionOperator.Equal, project);
        }

        if (environmentId is { } environment)
        {
            // A rule that has a project leaves its environment empty.
            scope.AddCondition(WbsMappingRuleTable.EnvironmentId, ConditionOperator.Equal, environment);
        }

        return query;
    }

    /// <summary>The active rules of a project and of the company that may take a cost code, and few others.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="environmentId">Its environment; null for the rules of the project alone.</param>
    /// <param name="costCode">The cost code; null for a code without one.</param>
    public static QueryExpression RulesFor(Guid projectId, Guid? environmentId, string? costCode)
    {
        var query = Rules(projectId, environmentId, RuleStateChoice.Active);
        var fitting = query.Criteria.AddFilter(LogicalOperator.Or);
        fitting.AddCondition(WbsMappingRuleTable.CostCode, ConditionOperator.Null);
        fitting.AddCondition(WbsMappingRuleTable.CostCode, ConditionOperator.Like, "%*%");
        if (!string.IsNullOrEmpty(costCode))
        {
            fitting.AddCondition(WbsMappingRuleTable.CostCode, ConditionOperator.Equal, costCode!);
        }

        return query;
    }

    /// <summary>Expenditure types of an environment.</summary>
    public static QueryExpression Types(Guid environmentId) =>
        Of(
            OracleExpenditureTypeTable.LogicalName,
            [
                OracleExpenditureTypeTable.Name,
                OracleExpenditureTypeTable.Classes,
                OracleExpenditureTypeTable.Active,
                OracleExpenditureTypeTable.StartDate,
                OracleExpenditureTypeTable.FinishDate,
            ],
            OracleExpenditureTypeTable.EnvironmentId,
            environmentId
        );

    /// <summary>Organizations of an environment.</summary>
    public static QueryExpression Organizations(Guid environmentId) =>
        Of(
            OracleOrganizationTable.LogicalName,
            [
                OracleOrganizationTable.Name,
                OracleOrganizationTable.BusinessUnit,
                OracleOrganizationTable.OwnsExpenditures,
                OracleOrganizationTable.UnitDefault,
                OracleOrganizationTable.StartDate,
                OracleOrganizationTable.FinishDate,
            ],
            OracleOrganizationTable.EnvironmentId,
            environmentId
        );

    /// <summary>Transaction controls of a project that Oracle has.</summary>
    public static QueryExpression Controls(Guid projectId)
    {
        var query = Of(
            TransactionControlTable.LogicalName,
            [
                TransactionControlTable.TaskNumber,
                TransactionControlTable.ExpenditureType,
                TransactionControlTable.StartDate,
                TransactionControlTable.FinishDate,
            ],
            TransactionControlTable.ProjectId,
            projectId
        );
        query.Criteria.AddCondition(TransactionControlTable.InForce, ConditionOperator.Equal, true);
        return query;
    }

    private static IReadOnlyList<string> RuleColumns =>
        [
            WbsMappingRuleTable.Key,
            WbsMappingRuleTable.Name,
            WbsMappingRuleTable.VersionHash,
            WbsMappingRuleTable.ProjectId,
            .. CodeColumns,
            WbsMappingRuleTable.OracleTaskId,
            WbsMappingRuleTable.TaskNumber,
            WbsMappingRuleTable.ExpenditureType,
            WbsMappingRuleTable.OrganizationRule,
            WbsMappingRuleTable.ExpenditureOrganization,
            WbsMappingRuleTable.ValidFrom,
            WbsMappingRuleTable.ValidTo,
        ];

    private static QueryExpression Of(string table, IReadOnlyList<string> columns, string? column = null, object? value = null)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet([.. columns]) };
        if (column is not null)
        {
            query.Criteria.AddCondition(column, ConditionOperator.Equal, value!);
        }

        return query;
    }
}
