namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A view of the budget, <c>GET /rest/v1.0/budget_views</c>.</summary>
internal sealed record BudgetViewWire(long? Id);
