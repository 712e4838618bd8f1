namespace PowerIntegration.Domain.PurchaseOrders.ChangeOrders;

/// <summary>Which record of Procore tells of a change order.</summary>
public enum ChangeOrderRecordKind
{
    /// <summary>A potential change order. With one tier it is the hidden twin of a package and holds its lines.</summary>
    Potential,

    /// <summary>A request that gathers potential change orders.</summary>
    Request,

    /// <summary>A package.</summary>
    Package,

    /// <summary>A commitment change order, the newer record of the same thing as a package.</summary>
    CommitmentChangeOrder,
}
