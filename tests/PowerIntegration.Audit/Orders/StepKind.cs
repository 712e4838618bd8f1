namespace PowerIntegration.Audit.Orders;

/// <summary>What happens to an order.</summary>
public enum StepKind
{
    /// <summary>A change order is approved.</summary>
    Approved,

    /// <summary>An approved change order is approved again with other figures.</summary>
    Revised,

    /// <summary>A change order becomes void.</summary>
    Voided,

    /// <summary>An invoice bills or credits a row.</summary>
    Billed,

    /// <summary>A buyer begins a change in Oracle.</summary>
    BuyerBegins,

    /// <summary>The buyer's change takes effect.</summary>
    BuyerEnds,
}
