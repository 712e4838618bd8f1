namespace PowerIntegration.Audit.Orders;

/// <summary>A row of the order as it was signed.</summary>
/// <param name="Id">Its name in the contract.</param>
/// <param name="Cents">Its amount.</param>
/// <param name="Task">What it is charged to.</param>
/// <param name="Units">Ordered units; null where it is ordered by amount.</param>
public sealed record OrderRow(string Id, long Cents, string Task, long? Units);
