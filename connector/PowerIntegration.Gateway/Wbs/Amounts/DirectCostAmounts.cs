using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Wbs.Amounts;

/// <summary>Direct costs on each code, other than drafts.</summary>
internal sealed class DirectCostAmounts(ProcoreClient procore)
{
    private const string Draft = "draft";

    /// <summary>Reads the lines of all direct costs of a project.</summary>
    public async Task<AmountsByCode> ReadAsync(SourceProject project, CallBudget budget, CancellationToken cancellationToken)
    {
        var amounts = new AmountsByCode();
        var place = Uri.EscapeDataString(project.ProcoreId);
        var costs = await procore.LongListAsync<DirectCostWire>($"rest/v1.1/projects/{place}/direct_costs", budget, cancellationToken);
        if (costs.Count == 0)
        {
            return amounts;
        }

        // A line does not say whether its direct cost is a draft.
        var drafts = costs.Where(cost => cost.Status == Draft).Select(cost => cost.Id).ToHashSet();
        var address = $"rest/v1.0/projects/{place}/direct_costs/line_items";
        foreach (var line in await procore.LongListAsync<DirectCostLineWire>(address, budget, cancellationToken))
        {
            if (!drafts.Contains(line.Holder?.Id))
            {
                amounts.Add(line.WbsCode?.Id, line.TotalAmount ?? 0m, $"Direct cost {line.Holder?.Id}, line {line.Id}");
            }
        }

        return amounts;
    }
}
