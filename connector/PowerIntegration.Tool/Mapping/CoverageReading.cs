using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Reads what the last finished coverage run of a project found.</summary>
/// <param name="store">Dataverse.</param>
/// <param name="cancellation">Gives up.</param>
internal sealed class CoverageReading(IMappingStore store, CancellationToken cancellation)
{
    private static readonly Dictionary<int, string> States = new()
    {
        [CoverageStateChoice.Covered] = "Covered",
        [CoverageStateChoice.CatchAll] = "Catch-all",
        [CoverageStateChoice.Ambiguous] = "Ambiguous",
        [CoverageStateChoice.Stale] = "Stale",
        [CoverageStateChoice.Uncovered] = "Uncovered",
    };

    /// <summary>The first finding of each code, by the row of the code; none where no run was finished.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="tasks">Numbers of its tasks.</param>
    public async Task<IReadOnlyDictionary<Guid, LastCoverage>> ReadAsync(Guid projectId, IReadOnlyDictionary<Guid, string> tasks)
    {
        var runs = new QueryExpression(RunTable.LogicalName) { ColumnSet = new ColumnSet(RunTable.FinishedOn) };
        runs.Criteria.AddCondition(RunTable.ProjectId, ConditionOperator.Equal, projectId);
        runs.Criteria.AddCondition(RunTable.RunKind, ConditionOperator.Equal, RunKindChoice.CoverageProof);
        runs.Criteria.AddCondition(RunTable.RunState, ConditionOperator.Equal, RunStateChoice.Finished);
        var last = (await store.ListAsync(runs, cancellation)).MaxBy(row => new RowView(row).Instant(RunTable.FinishedOn));
        if (last is null)
        {
            return new Dictionary<Guid, LastCoverage>();
        }

        var results = new QueryExpression(CoverageResultTable.LogicalName)
        {
            ColumnSet = new ColumnSet(
                CoverageResultTable.ProcoreWbsCodeId,
                CoverageResultTable.AsOf,
                CoverageResultTable.CoverageState,
                CoverageResultTable.Message,
                CoverageResultTable.SuggestedTaskId
            ),
        };
        results.Criteria.AddCondition(CoverageResultTable.RunId, ConditionOperator.Equal, last.Id);
        return (await store.ListAsync(results, cancellation))
            .Select(row => new RowView(row))
            .Where(row => row.Reference(CoverageResultTable.ProcoreWbsCodeId) is not null)
            .GroupBy(row => row.RequiredReference(CoverageResultTable.ProcoreWbsCodeId))
            .ToDictionary(code => code.Key, code => Of(code.MinBy(row => row.Date(CoverageResultTable.AsOf)), tasks));
    }

    private static LastCoverage Of(RowView row, IReadOnlyDictionary<Guid, string> tasks) =>
        new(
            row.Choice(CoverageResultTable.CoverageState) is { } state && States.TryGetValue(state, out var words) ? words : "",
            row.Text(CoverageResultTable.Message) ?? "",
            row.Reference(CoverageResultTable.SuggestedTaskId) is { } id && tasks.TryGetValue(id, out var number) ? number : ""
        );
}
