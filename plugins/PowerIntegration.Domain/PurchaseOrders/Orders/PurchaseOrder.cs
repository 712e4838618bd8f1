namespace PowerIntegration.Domain.PurchaseOrders.Orders;

/// <summary>A purchase order as Oracle has it now.</summary>
public sealed record PurchaseOrder
{
    /// <summary>Its number in Oracle.</summary>
    public required string Number { get; init; }

    /// <summary>Number of the commitment that it was made from.</summary>
    public required string CommitmentNumber { get; init; }

    /// <summary>ISO code of its currency.</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>Status of its header.</summary>
    public required PurchaseOrderStatus Status { get; init; }

    /// <summary>Revision; it rises with each change that is implemented.</summary>
    public required int Revision { get; init; }

    /// <summary>Its lines, canceled ones too.</summary>
    public required IReadOnlyList<PurchaseOrderLine> Lines { get; init; }

    /// <summary>True for a subcontract, false for an order of materials.</summary>
    public bool IsSubcontract { get; init; }

    /// <summary>Retainage that its style gives to new schedules, in percent.</summary>
    public decimal StyleRetainagePercent { get; init; }

    /// <summary>Ordered amount without tax.</summary>
    public decimal Amount => Lines.Sum(line => line.Amount);

    /// <summary>Lines that were not canceled.</summary>
    public int LineCount => Lines.Count(line => !line.IsCanceled);
}
