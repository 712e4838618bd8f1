using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;

namespace PowerIntegration.Domain.PurchaseOrders.Queue;

/// <summary>A change order that waits to be sent to its purchase order.</summary>
/// <param name="Key">Its key.</param>
/// <param name="ApprovedAt">When Procore approved it.</param>
/// <param name="Amount">What it adds.</param>
public sealed record QueuedChange(ChangeOrderKey Key, DateTimeOffset ApprovedAt, decimal Amount)
{
    /// <summary>True where it would order less than was billed: others pass it until the invoice that bills the credit is posted.</summary>
    public bool WaitsForInvoice { get; init; }

    /// <summary>IDs of changes that Oracle ended and that a person decided to send again.</summary>
    public IReadOnlyList<string> SentAgainAfter { get; init; } = [];
}
