using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>What is committed on each code of a project in Procore, and what of it is posted.</summary>
internal sealed class CodeAmounts(IDataverseStore store, ProcoreClient procore, EnvironmentPin pin)
{
    // These commit no money; what was committed before stays on their lines.
    private static readonly HashSet<string> Without = new(StringComparer.OrdinalIgnoreCase) { "Draft", "Out For Bid", "Void" };

    /// <summary>Reads the lines of the commitments and writes the amounts that differ.</summary>
    public async Task RefreshAsync(SourceProject project, IEnumerable<string> codeIds, CallBudget budget, CancellationToken cancellationToken)
    {
        var committed = await CommittedAsync(project, budget, cancellationToken);
        var billed = await BilledAsync(project.Id, cancellationToken);
        var kept = await KeptAsync(project.Id, cancellationToken);
        var changed = codeIds
            .Where(kept.ContainsKey)
            .Select(id => new CodeAmount(id, committed.GetValueOrDefault(id), billed.GetValueOrDefault(id)))
            .Where(amount => kept[amount.CodeId] != amount)
            .Select(amount => Row(project, amount));
        foreach (var some in changed.Chunk(WbsCodes.WrittenTogetherMax))
        {
            await store.UpsertAllAsync(some, cancellationToken);
        }
    }

    private async Task<Dictionary<string, decimal>> CommittedAsync(SourceProject project, CallBudget budget, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var place = $"project_id={Uri.EscapeDataString(project.ProcoreId)}";
        var commitments = await procore.LongListAsync<CommitmentWire>($"rest/v1.0/work_order_contracts?{place}", budget, cancellationToken);
        foreach (var commitment in commitments.Where(one => one.Id is not null && !Without.Contains(one.Status ?? "")))
        {
            var address = $"rest/v1.0/work_order_contracts/{commitment.Id!.Value.ToString(CultureInfo.InvariantCulture)}/line_items?{place}";
            foreach (var line in await procore.LongListAsync<CommitmentLineWire>(address, budget, cancellationToken))
            {
                if (line.WbsCode?.Id is { } id)
                {
                    Add(sums, id.ToString(CultureInfo.InvariantCulture), Amount(commitment, line));
                }
            }
        }

        return sums;
    }

    private static decimal Amount(CommitmentWire commitment, CommitmentLineWire line) =>
        line.TotalAmount is not { } text ? 0m
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && AmountLimit.Holds(amount)
            ? amount
        : throw new IntegrationException(
            ProblemCatalog.AmountUnreadable,
            $"Commitment {commitment.Number}, line {line.Id}: the amount is '{text}'. Correct it in Procore."
        );

    // The last posted application of each commitment has what was completed on it to date.
    private async Task<Dictionary<string, decimal>> BilledAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(DocumentTable.LogicalName) { ColumnSet = new ColumnSet(DocumentTable.CommitmentId, DocumentTable.PeriodEnd) };
        query.Criteria.AddCondition(DocumentTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Posted);
        query.AddOrder(DocumentTable.PeriodEnd, OrderType.Descending);
        var last = (await store.ListAsync(query, cancellationToken))
            .GroupBy(row => new RowView(row).Reference(DocumentTable.CommitmentId))
            .Select(documents => documents.First().Id)
            .ToList();
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var some in last.Chunk(WbsCodes.NamedMax))
        {
            foreach (var row in await store.ListAsync(Lines(some), cancellationToken))
            {
                var line = new RowView(row);
                if (line.Text(SourceLineTable.WbsCodeId) is { } id)
                {
                    Add(sums, id, line.Amount(SourceLineTable.CompletedToDate) ?? 0m);
                }
            }
        }

        return sums;
    }

    private static QueryExpression Lines(IEnumerable<Guid> documents)
    {
        var query = new QueryExpression(SourceLineTable.LogicalName)
        {
            ColumnSet = new ColumnSet(SourceLineTable.WbsCodeId, SourceLineTable.CompletedToDate),
        };
        query.Criteria.AddCondition(SourceLineTable.DocumentId, ConditionOperator.In, [.. documents.Cast<object>()]);
        return query;
    }

    private async Task<Dictionary<string, CodeAmount>> KeptAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(ProcoreWbsCodeTable.LogicalName)
        {
            ColumnSet = new ColumnSet(ProcoreWbsCodeTable.ProcoreId, ProcoreWbsCodeTable.Committed, ProcoreWbsCodeTable.Billed),
        };
        query.Criteria.AddCondition(ProcoreWbsCodeTable.ProjectId, ConditionOperator.Equal, projectId);
        return (await store.ListAsync(query, cancellationToken))
            .Select(row => new RowView(row))
            .Select(row => new CodeAmount(
                row.RequiredText(ProcoreWbsCodeTable.ProcoreId),
                row.Amount(ProcoreWbsCodeTable.Committed) ?? 0m,
                row.Amount(ProcoreWbsCodeTable.Billed) ?? 0m
            ))
            .ToDictionary(amount => amount.CodeId, StringComparer.Ordinal);
    }

    private Entity Row(SourceProject project, CodeAmount amount) =>
        new(ProcoreWbsCodeTable.LogicalName, ProcoreWbsCodeTable.Key, SyncKey.ForWbsCode(pin.Scope, project.ProcoreId, amount.CodeId))
        {
            [ProcoreWbsCodeTable.Committed] = amount.Committed,
            [ProcoreWbsCodeTable.Billed] = amount.Billed,
            [ProcoreWbsCodeTable.InUse] = amount.Committed != 0m || amount.Billed != 0m,
        };

    private static void Add(Dictionary<string, decimal> sums, string id, decimal amount) => sums[id] = sums.GetValueOrDefault(id) + amount;

    private sealed record CodeAmount(string CodeId, decimal Committed, decimal Billed);
}
