namespace PowerIntegration.Domain.PurchaseOrders.Orders;

/// <summary>Oracle's table of statuses. A status that the table does not list takes no edit.</summary>
public static class EditEffects
{
    private static readonly Dictionary<PurchaseOrderStatus, EditEffect> Effects = new()
    {
        [PurchaseOrderStatus.Incomplete] = EditEffect.DirectEdit,
        [PurchaseOrderStatus.Open] = EditEffect.ChangeOrder,
        [PurchaseOrderStatus.OnHold] = EditEffect.ChangeOrder,
        [PurchaseOrderStatus.Closed] = EditEffect.ChangeOrder,
        [PurchaseOrderStatus.ClosedForReceiving] = EditEffect.ChangeOrder,
        [PurchaseOrderStatus.ClosedForInvoicing] = EditEffect.ChangeOrder,
        [PurchaseOrderStatus.PendingApproval] = EditEffect.Waits,
        [PurchaseOrderStatus.PendingChangeApproval] = EditEffect.Waits,
        [PurchaseOrderStatus.PendingFundsReservation] = EditEffect.Waits,
        [PurchaseOrderStatus.PendingSupplierAcknowledgment] = EditEffect.Waits,
        [PurchaseOrderStatus.PendingSignaturePreparation] = EditEffect.Waits,
        [PurchaseOrderStatus.SentForSignature] = EditEffect.Waits,
    };

    /// <summary>What an edit in this status leads to.</summary>
    public static EditEffect Of(PurchaseOrderStatus status) => Effects.TryGetValue(status, out var effect) ? effect : EditEffect.Refused;
}
