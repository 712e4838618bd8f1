namespace PowerIntegration.Domain.PurchaseOrders.Orders;

/// <summary>Status of a purchase order's header in Oracle.</summary>
public enum PurchaseOrderStatus
{
    /// <summary>A draft that was not submitted yet.</summary>
    Incomplete,

    /// <summary>Approved and open.</summary>
    Open,

    /// <summary>On hold.</summary>
    OnHold,

    /// <summary>Closed; it can be reopened.</summary>
    Closed,

    /// <summary>Closed for receiving.</summary>
    ClosedForReceiving,

    /// <summary>Closed for invoicing.</summary>
    ClosedForInvoicing,

    /// <summary>In approval for the first time.</summary>
    PendingApproval,

    /// <summary>A change of it is in approval.</summary>
    PendingChangeApproval,

    /// <summary>Waits for funds to be reserved.</summary>
    PendingFundsReservation,

    /// <summary>Waits for the supplier.</summary>
    PendingSupplierAcknowledgment,

    /// <summary>Waits for its signature to be prepared.</summary>
    PendingSignaturePreparation,

    /// <summary>Sent to be signed.</summary>
    SentForSignature,

    /// <summary>Rejected by an approver.</summary>
    Rejected,

    /// <summary>Withdrawn from approval.</summary>
    Withdrawn,

    /// <summary>Canceled.</summary>
    Canceled,

    /// <summary>Closed for good.</summary>
    FinallyClosed,
}
