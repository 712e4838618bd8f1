using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Wbs.Amounts;

/// <summary>What is posted on each code: the last posted application of each commitment has what was completed on it to date.</summary>
internal sealed class BilledAmounts(IDataverseStore store)
{
    /// <summary>Reads the lines of the last posted applications of a project.</summary>
    public async Task<AmountsByCode> ReadAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var last = (await store.ListAsync(Posted(projectId), cancellationToken))
            .GroupBy(row => new RowView(row).Reference(DocumentTable.CommitmentId))
            .Select(documents => documents.First().Id)
            .ToList();
        var amounts = new AmountsByCode();
        foreach (var some in last.Chunk(WbsCodes.NamedMax))
        {
            foreach (var line in (await store.ListAsync(Lines(some), cancellationToken)).Select(row => new RowView(row)))
            {
                if (line.Text(SourceLineTable.WbsCodeId) is { } id)
                {
                    amounts.Add(id, line.Amount(SourceLineTable.CompletedToDate) ?? 0m, $"Source line {line.Text(SourceLineTable.Name)}");
                }
            }
        }

        return amounts;
    }

    private static QueryExpression Posted(Guid projectId)
    {
        var query = new QueryExpression(DocumentTable.LogicalName) { ColumnSet = new ColumnSet(DocumentTable.CommitmentId, DocumentTable.PeriodEnd) };
        query.Criteria.AddCondition(DocumentTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Posted);
        query.AddOrder(DocumentTable.PeriodEnd, OrderType.Descending);
        return query;
    }

    private static QueryExpression Lines(IEnumerable<Guid> documents)
    {
        var query = new QueryExpression(SourceLineTable.LogicalName)
        {
            ColumnSet = new ColumnSet(SourceLineTable.Name, SourceLineTable.WbsCodeId, SourceLineTable.CompletedToDate),
        };
        query.Criteria.AddCondition(SourceLineTable.DocumentId, ConditionOperator.In, [.. documents.Cast<object>()]);
        return query;
    }
}
