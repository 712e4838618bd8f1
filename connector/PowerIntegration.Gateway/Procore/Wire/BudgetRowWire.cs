namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>
/// A row of a budget view, <c>GET /rest/v1.0/budget_views/{id}/detail_rows</c>. These fields are in each view; the customer names further columns.
/// </summary>
internal sealed record BudgetRowWire(long? Id, long? WbsCodeId, decimal? OriginalBudgetAmount, decimal? BudgetModifications);
