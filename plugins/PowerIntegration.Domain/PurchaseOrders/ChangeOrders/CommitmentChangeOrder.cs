using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.PurchaseOrders.ChangeOrders;

/// <summary>A change order of a commitment, whatever tiers led to it.</summary>
public sealed record CommitmentChangeOrder
{
    /// <summary>ID of its record in Procore.</summary>
    public required string RecordId { get; init; }

    /// <summary>Number of the commitment.</summary>
    public required string CommitmentNumber { get; init; }

    /// <summary>Its number within the commitment.</summary>
    public required string Number { get; init; }

    /// <summary>Revision of its money and coding, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>Tiers of the project.</summary>
    public required ChangeOrderTier Tier { get; init; }

    /// <summary>Base status.</summary>
    public required ChangeOrderStatus Status { get; init; }

    /// <summary>ISO code of its currency.</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>Its lines.</summary>
    public required IReadOnlyList<ChangeOrderLine> Lines { get; init; }

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Day of its first approval. Later revisions keep it, so that they follow the policy of the first.</summary>
    public CalendarDate? ApprovedOn { get; init; }

    /// <summary>Its total without tax as Procore states it; null where it does not.</summary>
    public decimal? StatedTotal { get; init; }
}
