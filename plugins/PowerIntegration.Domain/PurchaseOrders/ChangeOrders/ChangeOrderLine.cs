using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.PurchaseOrders.ChangeOrders;

/// <summary>A line of a commitment's change order.</summary>
public sealed record ChangeOrderLine
{
    /// <summary>ID of the line; the same through all revisions.</summary>
    public required string LineId { get; init; }

    /// <summary>Description.</summary>
    public required string Description { get; init; }

    /// <summary>Amount without tax and markup.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Coding that its code resolves to.</summary>
    public required TaskCoding Coding { get; init; }

    /// <summary>The schedule-of-values line that Procore says it changes; null for none.</summary>
    public string? CommitmentLineId { get; init; }

    /// <summary>Markup on the line; it is ordered with it.</summary>
    public decimal Markup { get; init; }

    /// <summary>Tax on the line; a purchase order does not contain it.</summary>
    public decimal Tax { get; init; }

    /// <summary>Quantity; null where the line has an amount only.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Cost of one unit; null where the line has an amount only.</summary>
    public decimal? UnitCost { get; init; }

    /// <summary>What the line is.</summary>
    public ChangeOrderLineKind Kind { get; init; }

    /// <summary>What it adds to the purchase order: amount and markup.</summary>
    public decimal Ordered => Amount + Markup;
}
