using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Policies;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>
/// What one change order will make of a purchase order. It is frozen with the document and compared with what Oracle shows afterward.
/// Invariant: amount before and change are the amount after, to the cent.
/// </summary>
public sealed record ChangePrediction
{
    /// <summary>The key by which the change is found in Oracle.</summary>
    public required ChangeOrderKey Key { get; init; }

    /// <summary>The one description of the change, with the key in front.</summary>
    public required string Description { get; init; }

    /// <summary>The purchase order that changes, or is made.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>True where the change order becomes a purchase order of its own.</summary>
    public bool IsNewOrder { get; init; }

    /// <summary>Whether Oracle opens a change order or the draft itself changes.</summary>
    public required EditEffect Effect { get; init; }

    /// <summary>The version of the policy that was followed.</summary>
    public required PolicyVersion Policy { get; init; }

    /// <summary>ISO code of all amounts.</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>Every line of the purchase order, changed or not, in the order of their numbers.</summary>
    public required IReadOnlyList<PredictedLine> Lines { get; init; }

    /// <summary>The movement of each coding that moves.</summary>
    public required IReadOnlyList<TaskMovement> Movements { get; init; }

    /// <summary>What the change order adds.</summary>
    public required decimal ChangeAmount { get; init; }

    /// <summary>What a person should see and that stops nothing.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The lines that change.</summary>
    public IEnumerable<PredictedLine> ChangedLines => Lines.Where(line => line.Effect != LineEffect.Unchanged);

    /// <summary>Ordered before.</summary>
    public decimal AmountBefore => Lines.Sum(line => line.Before?.Amount ?? 0m);

    /// <summary>Ordered after.</summary>
    public decimal AmountAfter => Lines.Sum(line => line.After.Amount);

    /// <summary>Lines after the change that are not canceled.</summary>
    public int LineCount => Lines.Count(line => !line.After.IsCanceled);
}
