using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>What the last proof of a project says of each of its codes, on the rows of the codes. What is there already is not written.</summary>
internal sealed class CodeStates(IDataverseStore store)
{
    /// <summary>Writes the states.</summary>
    /// <param name="projectId">Row of the project.</param>
    /// <param name="codes">Every code that was proved.</param>
    /// <param name="report">The proof.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WriteAsync(Guid projectId, IReadOnlyList<UsedCode> codes, CoverageReport report, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(projectId, cancellationToken);
        var worst = report
            .Findings.GroupBy(finding => finding.Code.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Max(finding => Of(finding.Proof)), StringComparer.Ordinal);
        var changed = codes
            .Select(code => (code.Key, State: worst.GetValueOrDefault(code.Key, CoverageStateChoice.Covered), code.OpenAmount))
            .Where(code => !known.TryGetValue(code.Key, out var before) || before != (code.State, code.OpenAmount))
            .Select(code => new Entity(ProcoreWbsCodeTable.LogicalName, ProcoreWbsCodeTable.Key, code.Key)
            {
                [ProcoreWbsCodeTable.CoverageState] = new OptionSetValue(code.State),
                [ProcoreWbsCodeTable.OpenAmount] = code.OpenAmount,
            });
        foreach (var some in changed.Chunk(CoverageRun.WrittenTogetherMax))
        {
            await store.UpsertAllAsync(some, cancellationToken);
        }
    }

    /// <summary>The state of a proof as the rows have it; a higher one is worse.</summary>
    public static int Of(CodeCoverage proof) =>
        proof.State switch
        {
            CoverageState.Covered => proof.IsCatchAll ? CoverageStateChoice.CatchAll : CoverageStateChoice.Covered,
            CoverageState.Ambiguous => CoverageStateChoice.Ambiguous,
            CoverageState.Stale => CoverageStateChoice.Stale,
            _ => CoverageStateChoice.Uncovered,
        };

    private async Task<Dictionary<string, (int?, decimal?)>> KnownAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(ProcoreWbsCodeTable.LogicalName)
        {
            ColumnSet = new ColumnSet(ProcoreWbsCodeTable.Key, ProcoreWbsCodeTable.CoverageState, ProcoreWbsCodeTable.OpenAmount),
        };
        query.Criteria.AddCondition(ProcoreWbsCodeTable.ProjectId, ConditionOperator.Equal, projectId);
        return (await store.ListAsync(query, cancellationToken))
            .Select(row => new RowView(row))
            .ToDictionary(
                row => row.RequiredText(ProcoreWbsCodeTable.Key),
                row => (row.Choice(ProcoreWbsCodeTable.CoverageState), row.Amount(ProcoreWbsCodeTable.OpenAmount)),
                StringComparer.Ordinal
            );
    }
}
