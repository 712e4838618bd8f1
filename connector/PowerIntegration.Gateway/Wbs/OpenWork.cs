using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>
/// The days on which documents that are not sent yet bill a code. A document that waits since March needs the coding of March, which no date of a
/// proof about this year asks for.
/// </summary>
internal sealed class OpenWork(IDataverseStore store)
{
    /// <summary>The days, each once, by the ID of the code in Procore.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<CalendarDate>>> DaysAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var ends = (await store.ListAsync(Documents(projectId), cancellationToken))
            .Select(row => (row.Id, End: new RowView(row).Date(DocumentTable.PeriodEnd)))
            .Where(document => document.End is not null)
            .ToDictionary(document => document.Id, document => document.End!.Value);
        var days = new Dictionary<string, HashSet<CalendarDate>>(StringComparer.Ordinal);
        foreach (var some in ends.Keys.Chunk(WbsCodes.NamedMax))
        {
            foreach (var line in (await store.ListAsync(Lines(some), cancellationToken)).Select(row => new RowView(row)))
            {
                if (line.Text(SourceLineTable.WbsCodeId) is { } code && line.Reference(SourceLineTable.DocumentId) is { } document)
                {
                    Of(days, code).Add(ends[document]);
                }
            }
        }

        return days.ToDictionary(code => code.Key, code => (IReadOnlyList<CalendarDate>)[.. code.Value.Order()], StringComparer.Ordinal);
    }

    private static HashSet<CalendarDate> Of(Dictionary<string, HashSet<CalendarDate>> days, string code)
    {
        if (!days.TryGetValue(code, out var own))
        {
            days[code] = own = [];
        }

        return own;
    }

    private static QueryExpression Documents(Guid projectId)
    {
        var query = new QueryExpression(DocumentTable.LogicalName) { ColumnSet = new ColumnSet(DocumentTable.PeriodEnd) };
        query.Criteria.AddCondition(DocumentTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.In, [.. MappingQueries.OpenStates.Cast<object>()]);
        return query;
    }

    private static QueryExpression Lines(IEnumerable<Guid> documents)
    {
        var query = new QueryExpression(SourceLineTable.LogicalName)
        {
            ColumnSet = new ColumnSet(SourceLineTable.WbsCodeId, SourceLineTable.DocumentId),
        };
        query.Criteria.AddCondition(SourceLineTable.DocumentId, ConditionOperator.In, [.. documents.Cast<object>()]);
        return query;
    }
}
