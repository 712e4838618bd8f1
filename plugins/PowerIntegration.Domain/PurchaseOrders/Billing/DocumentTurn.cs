namespace PowerIntegration.Domain.PurchaseOrders.Billing;

/// <summary>Which of a change order and an invoice goes first.</summary>
public enum DocumentTurn
{
    /// <summary>The change order: the rule.</summary>
    ChangeOrderFirst,

    /// <summary>The invoice: the change order would order less than is billed.</summary>
    InvoiceFirst,

    /// <summary>Neither can: each waits for the other, and a person has to divide one of them.</summary>
    Neither,
}
