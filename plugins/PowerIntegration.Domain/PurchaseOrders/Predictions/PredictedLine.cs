using PowerIntegration.Domain.PurchaseOrders.Orders;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>A purchase order line before and after a change.</summary>
/// <param name="Effect">What the change does to it.</param>
/// <param name="Before">The line before; null where it is new.</param>
/// <param name="After">The line after.</param>
public sealed record PredictedLine(LineEffect Effect, PurchaseOrderLine? Before, PurchaseOrderLine After)
{
    /// <summary>Number of the line.</summary>
    public int Number => After.Number;

    /// <summary>By how much its amount changes.</summary>
    public decimal Movement => After.Amount - (Before?.Amount ?? 0m);
}
