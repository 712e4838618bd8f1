using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Plugins.Readiness;

/// <summary>Reads the mapping of a project and its codes in Procore: three requests, more where it has more than 5,000 codes.</summary>
internal static class StructureReader
{
    // 20,000 codes; larger projects were not seen.
    private const int PagesMax = 4;

    /// <summary>The lesson.</summary>
    public static LessonReadiness Lesson(LessonCall call)
    {
        IReadOnlyList<Entity> drafts = [];
        var mapping =
            call.Row.Has(ProjectTable.OracleProjectNumber) && call.Row.Has(ProjectTable.ExpenditureOrganization)
                ? MappingReader.Read(call.Service, call.ProjectId, call.Row, out drafts)
                : null;
        var listed = Rows.Some(call.Service, Codes(call.ProjectId), PagesMax, out var isCut);
        return StructureLesson.Of(
            call.Project,
            new StructureFacts
            {
                Mapping = mapping,
                Listed = [.. listed.Select(row => Code(new RowView(row)))],
                IsCut = isCut || call.IsCut,
                Drafts = [.. drafts.Select(row => LessonCall.Draft(row.LogicalName, row.Id, new RowView(row)))],
                RulesPlace = new RecordPlace(WbsMappingRuleTable.LogicalName),
                TasksPlace = new RecordPlace(OracleTaskTable.LogicalName),
            }
        );
    }

    private static ListedCode Code(RowView row) =>
        new(row.Text(ProcoreWbsCodeTable.FlatCode) ?? row.Text(ProcoreWbsCodeTable.Name) ?? "", MappingRows.Codes(row));

    private static QueryExpression Codes(Guid projectId)
    {
        var query = Rows.Of(ProcoreWbsCodeTable.LogicalName, [ProcoreWbsCodeTable.Name, ProcoreWbsCodeTable.FlatCode, .. MappingQueries.CodeColumns]);
        query.Criteria.AddCondition(ProcoreWbsCodeTable.ProjectId, ConditionOperator.Equal, projectId);
        query.AddOrder(ProcoreWbsCodeTable.Key, OrderType.Ascending);
        return query;
    }
}
