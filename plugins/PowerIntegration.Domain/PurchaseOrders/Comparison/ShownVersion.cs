namespace PowerIntegration.Domain.PurchaseOrders.Comparison;

/// <summary>A version of a purchase order as Oracle shows it after a change.</summary>
public sealed record ShownVersion
{
    /// <summary>Number of the purchase order.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>Description of the change.</summary>
    public required string Description { get; init; }

    /// <summary>What Oracle's comparison with the version before says.</summary>
    public required IReadOnlyList<ShownChange> Changes { get; init; }

    /// <summary>Lines that are not canceled.</summary>
    public required int LineCount { get; init; }

    /// <summary>Ordered amount without tax.</summary>
    public required decimal Amount { get; init; }
}
