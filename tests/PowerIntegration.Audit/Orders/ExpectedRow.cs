namespace PowerIntegration.Audit.Orders;

/// <summary>A row of an order that is not canceled.</summary>
/// <param name="Place">Its name.</param>
/// <param name="Cents">Its amount.</param>
/// <param name="Units">Its units; null where it is ordered by amount.</param>
/// <param name="Parts">The amounts of its parts in text, so that a shift between two of them is seen.</param>
/// <param name="PartCount">Its parts that are not canceled.</param>
public sealed record ExpectedRow(string Place, long Cents, long? Units, string Parts, int PartCount);
