using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Wbs.Amounts;

/// <summary>The budget of each code with its approved modifications.</summary>
internal sealed class BudgetAmounts(ProcoreClient procore)
{
    /// <summary>
    /// Reads the budget lines of a project. Procore lists them by a view; what is read of a row is in every view, so the oldest one is taken. Null
    /// where the company has no view.
    /// </summary>
    public async Task<AmountsByCode?> ReadAsync(SourceProject project, CallBudget budget, CancellationToken cancellationToken)
    {
        var place = $"project_id={Uri.EscapeDataString(project.ProcoreId)}";
        var views = await procore.LongListAsync<BudgetViewWire>($"rest/v1.0/budget_views?{place}", budget, cancellationToken);
        if (views.Min(view => view.Id) is not { } view)
        {
            return null;
        }

        var amounts = new AmountsByCode();
        var address = $"rest/v1.0/budget_views/{view.ToString(CultureInfo.InvariantCulture)}/detail_rows?{place}&budget_row_type=budgeted";
        foreach (var row in await procore.LongListAsync<BudgetRowWire>(address, budget, cancellationToken))
        {
            amounts.Add(row.WbsCodeId, (row.OriginalBudgetAmount ?? 0m) + (row.BudgetModifications ?? 0m), $"Budget line {row.Id}");
        }

        return amounts;
    }
}
