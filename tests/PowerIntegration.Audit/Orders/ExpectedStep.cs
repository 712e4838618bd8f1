namespace PowerIntegration.Audit.Orders;

/// <summary>A step, and what the contract makes of it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Results">The change orders that are looked at because of it, in the order in which they are.</param>
public sealed record ExpectedStep(OrderStep Step, IReadOnlyList<ExpectedResult> Results);
