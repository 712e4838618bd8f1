namespace PowerIntegration.Domain.PurchaseOrders.ChangeOrders;

/// <summary>Base status of a change order in Procore. A status that a company named itself counts as the one it is mapped to.</summary>
public enum ChangeOrderStatus
{
    /// <summary>Draft.</summary>
    Draft,

    /// <summary>Not priced.</summary>
    NotPricing,

    /// <summary>Being priced.</summary>
    Pricing,

    /// <summary>Pending.</summary>
    Pending,

    /// <summary>To be revised.</summary>
    Revised,

    /// <summary>Work proceeds before approval.</summary>
    Proceeding,

    /// <summary>Work does not proceed.</summary>
    NotProceeding,

    /// <summary>May be billed before it is approved.</summary>
    PendingBillable,

    /// <summary>Without charge.</summary>
    NoCharge,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Rejected.</summary>
    Rejected,

    /// <summary>Void.</summary>
    Void,
}
