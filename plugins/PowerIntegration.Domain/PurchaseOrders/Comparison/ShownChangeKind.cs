namespace PowerIntegration.Domain.PurchaseOrders.Comparison;

/// <summary>What Oracle's comparison of two versions says about a line.</summary>
public enum ShownChangeKind
{
    /// <summary>The line is in the newer version only.</summary>
    Added,

    /// <summary>The line differs.</summary>
    Changed,

    /// <summary>The line is canceled in the newer version.</summary>
    Canceled,
}
