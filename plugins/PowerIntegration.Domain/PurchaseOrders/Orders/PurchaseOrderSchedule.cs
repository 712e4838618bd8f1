using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.PurchaseOrders.Orders;

/// <summary>A schedule of a purchase order line. It carries the money and, through its distribution, the coding.</summary>
public sealed record PurchaseOrderSchedule
{
    /// <summary>Number within the line, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Amount without tax.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Coding of its cost.</summary>
    public required TaskCoding Coding { get; init; }

    /// <summary>The line of a commitment's change order that made it; null where none did.</summary>
    public string? ChangeOrderLineId { get; init; }

    /// <summary>True where Oracle pays only what was received.</summary>
    public bool MatchesReceipt { get; init; }

    /// <summary>Retainage that Oracle withholds on it, in percent.</summary>
    public decimal RetainagePercent { get; init; }

    /// <summary>True where it was canceled.</summary>
    public bool IsCanceled { get; init; }
}
