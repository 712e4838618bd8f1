using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Versions;

/// <summary>The last period for which documents are posted that a version decides about.</summary>
internal static class PostedPeriods
{
    /// <summary>
    /// End of that period; null where nothing is posted, or where the version's dates are not those of documents: a legal rule is chosen by the
    /// date of the contract.
    /// </summary>
    public static CalendarDate? Last(IOrganizationService service, VersionedTable table, Entity row)
    {
        if (Query(table, new RowView(row)) is not { } query)
        {
            return null;
        }

        query.Criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Posted);
        query.AddOrder(DocumentTable.PeriodEnd, OrderType.Descending);
        query.TopCount = 1;
        return Rows.First(service, query) is { } document ? new RowView(document).Date(DocumentTable.PeriodEnd) : null;
    }

    private static QueryExpression? Query(VersionedTable table, RowView row)
    {
        var query = Rows.Of(DocumentTable.LogicalName, [DocumentTable.PeriodEnd]);
        switch (table.LogicalName)
        {
            case CommitmentTermsTable.LogicalName:
                return Where(query, DocumentTable.CommitmentId, row.Reference(CommitmentTermsTable.CommitmentId));
            case OwnershipRuleTable.LogicalName:
                Where(query, DocumentTable.DocumentType, row.Choice(OwnershipRuleTable.DocumentType));
                return row.Reference(OwnershipRuleTable.ProjectId) is { } project
                    ? Where(query, DocumentTable.ProjectId, project)
                    : Where(query, DocumentTable.EnvironmentId, row.Reference(OwnershipRuleTable.EnvironmentId));
            case ApprovalAuthorityTable.LogicalName:
                // Authority holds on the day of the answer, and an answer that was given stands.
                return null;
            case WbsMappingRuleTable.LogicalName:
                Matches(query, row);
                return row.Reference(WbsMappingRuleTable.ProjectId) is { } mapped
                    ? Where(query, DocumentTable.ProjectId, mapped)
                    : Where(query, DocumentTable.EnvironmentId, row.Reference(WbsMappingRuleTable.EnvironmentId));
            default:
                return null;
        }
    }

    // A rule for a code that no posted line has decided nothing yet: without this, a code that was forgotten could not be mapped for its own period.
    private static void Matches(QueryExpression query, RowView row)
    {
        var lines = query.AddLink(SourceLineTable.LogicalName, DocumentTable.Id, SourceLineTable.DocumentId);
        Matches(lines, SourceLineTable.TaskSegmentCode, row.Text(WbsMappingRuleTable.TaskSegmentCode));
        Matches(lines, SourceLineTable.CostCode, row.Text(WbsMappingRuleTable.CostCode));
        Matches(lines, SourceLineTable.CostType, row.Text(WbsMappingRuleTable.CostType));
    }

    private static void Matches(LinkEntity lines, string column, string? written)
    {
        var pattern = CodePattern.Parse(written);
        if (pattern.IsPrefix)
        {
            lines.LinkCriteria.AddCondition(column, ConditionOperator.Like, pattern.Text + "%");
        }
        else if (!pattern.IsAny)
        {
            lines.LinkCriteria.AddCondition(column, ConditionOperator.Equal, pattern.Text);
        }
    }

    private static QueryExpression Where(QueryExpression query, string column, object? value)
    {
        if (value is null)
        {
            query.Criteria.AddCondition(column, ConditionOperator.Null);
        }
        else
        {
            query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        }

        return query;
    }
}
