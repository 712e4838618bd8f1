using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Wbs.Amounts;

/// <summary>Keeps the money on each code of a project: budget, committed, billed and direct costs.</summary>
internal sealed class CodeAmounts(
    IDataverseStore store,
    CommittedAmounts committed,
    BilledAmounts billed,
    BudgetAmounts budgets,
    DirectCostAmounts directCosts,
    EnvironmentPin pin,
    TimeProvider clock
)
{
    /// <summary>Reads the money and writes the amounts that differ, also of codes that Procore no longer lists.</summary>
    /// <param name="project">The project.</param>
    /// <param name="listed">Codes that Procore lists.</param>
    /// <param name="budget">Time that the call may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RefreshAsync(SourceProject project, IReadOnlySet<string> listed, CallBudget budget, CancellationToken cancellationToken)
    {
        var onContracts = await committed.ReadAsync(project, budget, cancellationToken);
        var posted = await billed.ReadAsync(project.Id, cancellationToken);
        var budgeted = await ShownAsync(() => budgets.ReadAsync(project, budget, cancellationToken));
        var direct = await ShownAsync<AmountsByCode>(async () => await directCosts.ReadAsync(project, budget, cancellationToken));
        var kept = await KeptAsync(project.Id, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var changed = kept
            .Values.Select(code =>
                Amount(code.CodeId, budgeted?[code.CodeId], onContracts[code.CodeId], posted[code.CodeId], direct?[code.CodeId]) with
                {
                    // A list that is empty says that nothing is shown, not that everything was deleted.
                    UnlistedOn =
                        listed.Contains(code.CodeId) ? null
                        : listed.Count == 0 ? code.UnlistedOn
                        : code.UnlistedOn ?? now,
                }
            )
            .Where(amount => kept[amount.CodeId] != amount)
            .Select(amount => Row(project, amount));
        foreach (var some in changed.Chunk(WbsCodes.WrittenTogetherMax))
        {
            await store.UpsertAllAsync(some, cancellationToken);
        }
    }

    // A project need not have the tools Budget and Direct Costs, and Procore refuses them in the same way where the account may not read them.
    private static async Task<T?> ShownAsync<T>(Func<Task<T?>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (IntegrationException problem) when (problem.Kind == ProblemCatalog.ProcoreNotPermitted)
        {
            return null;
        }
    }

    private static CodeAmount Amount(string id, decimal? budget, decimal? committed, decimal? billed, decimal? directCost) =>
        new(
            id,
            budget,
            committed ?? 0m,
            billed ?? 0m,
            directCost,
            InUse: budget is not null || committed is not null || billed is not null || directCost is not null
        );

    private async Task<Dictionary<string, CodeAmount>> KeptAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(ProcoreWbsCodeTable.LogicalName)
        {
            ColumnSet = new ColumnSet(
                ProcoreWbsCodeTable.ProcoreId,
                ProcoreWbsCodeTable.Budget,
                ProcoreWbsCodeTable.Committed,
                ProcoreWbsCodeTable.Billed,
                ProcoreWbsCodeTable.DirectCost,
                ProcoreWbsCodeTable.InUse,
                ProcoreWbsCodeTable.UnlistedOn
            ),
        };
        query.Criteria.AddCondition(ProcoreWbsCodeTable.ProjectId, ConditionOperator.Equal, projectId);
        return (await store.ListAsync(query, cancellationToken))
            .Select(row => new RowView(row))
            .Select(row => new CodeAmount(
                row.RequiredText(ProcoreWbsCodeTable.ProcoreId),
                row.Amount(ProcoreWbsCodeTable.Budget),
                row.Amount(ProcoreWbsCodeTable.Committed) ?? 0m,
                row.Amount(ProcoreWbsCodeTable.Billed) ?? 0m,
                row.Amount(ProcoreWbsCodeTable.DirectCost),
                row.Flag(ProcoreWbsCodeTable.InUse)
            )
            {
                UnlistedOn = row.Instant(ProcoreWbsCodeTable.UnlistedOn),
            })
            .ToDictionary(amount => amount.CodeId, StringComparer.Ordinal);
    }

    private Entity Row(SourceProject project, CodeAmount amount) =>
        new(ProcoreWbsCodeTable.LogicalName, ProcoreWbsCodeTable.Key, SyncKey.ForWbsCode(pin.Scope, project.ProcoreId, amount.CodeId))
        {
            [ProcoreWbsCodeTable.Budget] = amount.Budget,
            [ProcoreWbsCodeTable.Committed] = amount.Committed,
            [ProcoreWbsCodeTable.Billed] = amount.Billed,
            [ProcoreWbsCodeTable.DirectCost] = amount.DirectCost,
            [ProcoreWbsCodeTable.InUse] = amount.InUse,
            [ProcoreWbsCodeTable.UnlistedOn] = amount.UnlistedOn,
        };
}
