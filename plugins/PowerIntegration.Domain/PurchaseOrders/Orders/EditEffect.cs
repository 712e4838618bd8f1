namespace PowerIntegration.Domain.PurchaseOrders.Orders;

/// <summary>What an edit of a purchase order leads to.</summary>
public enum EditEffect
{
    /// <summary>The draft itself changes.</summary>
    DirectEdit,

    /// <summary>Oracle opens a change order, which has to be submitted.</summary>
    ChangeOrder,

    /// <summary>Refused until what is pending has ended.</summary>
    Waits,

    /// <summary>Refused until a person changes the status.</summary>
    Refused,
}
