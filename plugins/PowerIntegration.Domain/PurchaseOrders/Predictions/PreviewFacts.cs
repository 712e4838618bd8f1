using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Policies;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>What the preview of a change order reads.</summary>
public sealed record PreviewFacts
{
    /// <summary>
    /// The purchase order as Oracle has it. For a change order that has a purchase order of its own already, that one.
    /// </summary>
    public required PurchaseOrder Order { get; init; }

    /// <summary>The change order as Procore has it.</summary>
    public required CommitmentChangeOrder ChangeOrder { get; init; }

    /// <summary>The version of the policy that applies.</summary>
    public required PolicyVersion Policy { get; init; }

    /// <summary>The lines of its last revision that Oracle has implemented; empty for the first.</summary>
    public IReadOnlyList<ChangeOrderLine> Implemented { get; init; } = [];

    /// <summary>Retainage that is withheld here, in percent; zero where Oracle keeps it or there is none.</summary>
    public decimal OwnRetainagePercent { get; init; }

    /// <summary>Numbers of purchase orders in use, each with the commitment or record that has it.</summary>
    public IReadOnlyDictionary<string, string> OrderNumbersInUse { get; init; } = new Dictionary<string, string>();
}
