namespace PowerIntegration.Domain.PurchaseOrders.ChangeOrders;

/// <summary>How many steps a change order of a commitment takes in a Procore project.</summary>
public enum ChangeOrderTier
{
    /// <summary>The change order alone.</summary>
    One = 1,

    /// <summary>Potential change orders, gathered in a change order.</summary>
    Two = 2,

    /// <summary>Potential change orders, gathered in requests, gathered in a change order.</summary>
    Three = 3,
}
