namespace PowerIntegration.Audit.Orders;

/// <summary>An order and everything that happens to it.</summary>
/// <param name="Index">Its number within the seed.</param>
/// <param name="Rule">What the contract says about change orders.</param>
/// <param name="TakesCredits">True where negative rows are allowed.</param>
/// <param name="Rows">The order as it was signed.</param>
/// <param name="Steps">What happens, with what is expected of each.</param>
public sealed record OrderSequence(int Index, OrderRule Rule, bool TakesCredits, IReadOnlyList<OrderRow> Rows, IReadOnlyList<ExpectedStep> Steps);
