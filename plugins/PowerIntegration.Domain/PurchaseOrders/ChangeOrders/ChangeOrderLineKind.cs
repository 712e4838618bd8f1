namespace PowerIntegration.Domain.PurchaseOrders.ChangeOrders;

/// <summary>What a line of a change order is.</summary>
public enum ChangeOrderLineKind
{
    /// <summary>Cost.</summary>
    Cost,

    /// <summary>Markup as a line of its own.</summary>
    Markup,

    /// <summary>Tax as a line of its own, which a purchase order does not take.</summary>
    Tax,
}
