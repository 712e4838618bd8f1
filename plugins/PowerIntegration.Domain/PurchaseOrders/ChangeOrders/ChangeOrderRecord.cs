namespace PowerIntegration.Domain.PurchaseOrders.ChangeOrders;

/// <summary>One of the records that Procore has about a change order.</summary>
/// <param name="Kind">Which record.</param>
/// <param name="Content">What it says; with two or three tiers a package has no lines of its own.</param>
public sealed record ChangeOrderRecord(ChangeOrderRecordKind Kind, CommitmentChangeOrder Content)
{
    /// <summary>The package that it belongs to or is the newer record of; null where there is none.</summary>
    public string? PackageId { get; init; }

    /// <summary>The request that it belongs to; null where there is none.</summary>
    public string? RequestId { get; init; }
}
