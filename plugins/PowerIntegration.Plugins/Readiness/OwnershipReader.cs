using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Plugins.Approvals;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Readiness;

/// <summary>Reads what the ownership register says about a project: two requests.</summary>
internal static class OwnershipReader
{
    /// <summary>The lesson.</summary>
    public static LessonReadiness Lesson(LessonCall call)
    {
        var rules = Rows.All(call.Service, Rules(call)).ToLookup(IsActive);
        var authorities = AuthorityReader.OfEveryType(call.System, call.EnvironmentId, call.ProjectId).ToLookup(IsActive);
        return OwnershipLesson.Of(
            call.Project,
            new OwnershipFacts
            {
                Rules = [.. rules[true].Select(Rule)],
                Authorities = [.. authorities[true].Select(Authority)],
                Drafts = [.. rules[false].Concat(authorities[false]).Select(row => LessonCall.Draft(row.LogicalName, row.Id, new RowView(row)))],
                RulesPlace = new RecordPlace(OwnershipRuleTable.LogicalName),
                AuthoritiesPlace = new RecordPlace(ApprovalAuthorityTable.LogicalName),
            }
        );
    }

    private static bool IsActive(Entity row) => new RowView(row).Choice(OwnershipRuleTable.RuleState) == RuleStateChoice.Active;

    private static RegisteredRule Rule(Entity row) =>
        new(
            DocumentKinds.FromChoice(new RowView(row).Choice(OwnershipRuleTable.DocumentType)),
            OwnershipRows.Read(new RowView(row)),
            new RecordPlace(OwnershipRuleTable.LogicalName, row.Id)
        );

    private static RegisteredAuthority Authority(Entity row) =>
        new(
            DocumentKinds.FromChoice(new RowView(row).Choice(ApprovalAuthorityTable.DocumentType)),
            AuthorityReader.Read(row),
            new RecordPlace(ApprovalAuthorityTable.LogicalName, row.Id)
        );

    private static QueryExpression Rules(LessonCall call)
    {
        var query = Rows.Of(
            OwnershipRuleTable.LogicalName,
            [
                .. OwnershipRows.Columns,
                OwnershipRuleTable.DocumentType,
                OwnershipRuleTable.RuleState,
                OwnershipRuleTable.Name,
                OwnershipRuleTable.ContributorIds,
                OwnershipRuleTable.Contributors,
            ]
        );
        query.Criteria.AddCondition(OwnershipRuleTable.EnvironmentId, ConditionOperator.Equal, call.EnvironmentId);
        query.Criteria.AddCondition(OwnershipRuleTable.RuleState, ConditionOperator.In, RuleStateChoice.Active, RuleStateChoice.Draft);
        query.Criteria.AddCondition(OwnershipRuleTable.FieldName, ConditionOperator.Null);
        var scope = query.Criteria.AddFilter(LogicalOperator.Or);
        scope.AddCondition(OwnershipRuleTable.ProjectId, ConditionOperator.Null);
        scope.AddCondition(OwnershipRuleTable.ProjectId, ConditionOperator.Equal, call.ProjectId);
        return query;
    }
}
