namespace PowerIntegration.Domain.PurchaseOrders.Queue;

/// <summary>How far a change of a purchase order has come in Oracle.</summary>
public enum OpenChangeStatus
{
    /// <summary>Written and not submitted; it blocks the next one.</summary>
    Incomplete,

    /// <summary>Submitted and not decided; it blocks the next one.</summary>
    Pending,

    /// <summary>In effect.</summary>
    Implemented,

    /// <summary>Rejected by an approver.</summary>
    Rejected,

    /// <summary>Withdrawn or canceled.</summary>
    Canceled,
}
