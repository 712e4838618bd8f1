namespace PowerIntegration.Domain.PurchaseOrders.Queue;

/// <summary>A change of a purchase order as Oracle lists it.</summary>
/// <param name="ChangeId">Its ID in Oracle.</param>
/// <param name="Description">Its description.</param>
/// <param name="Status">How far it has come.</param>
public sealed record OrderChange(string ChangeId, string Description, OpenChangeStatus Status)
{
    /// <summary>Who made it; null where Oracle does not say.</summary>
    public string? Author { get; init; }

    /// <summary>True while it blocks other changes.</summary>
    public bool IsOpen => Status is OpenChangeStatus.Incomplete or OpenChangeStatus.Pending;
}
