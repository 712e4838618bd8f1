namespace PowerIntegration.Domain.PurchaseOrders.Policies;

/// <summary>What happens with a change order that may be billed before it is approved.</summary>
public enum PendingBillableRule
{
    /// <summary>It waits for its approval, and so does what bills it.</summary>
    Hold,

    /// <summary>It is sent before its approval, with the reason in its description.</summary>
    SendEarly,
}
