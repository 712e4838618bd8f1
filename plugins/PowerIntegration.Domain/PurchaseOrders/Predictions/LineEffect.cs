namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>What a change does to a purchase order line.</summary>
public enum LineEffect
{
    /// <summary>Nothing.</summary>
    Unchanged,

    /// <summary>The line is new.</summary>
    Added,

    /// <summary>Its amount, quantity or price changes.</summary>
    Changed,

    /// <summary>It gets a schedule.</summary>
    Scheduled,

    /// <summary>It is canceled, because nothing is left to order on it.</summary>
    Canceled,
}
