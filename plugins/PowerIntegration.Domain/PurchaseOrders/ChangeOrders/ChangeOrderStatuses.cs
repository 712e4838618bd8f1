namespace PowerIntegration.Domain.PurchaseOrders.ChangeOrders;

/// <summary>Reads the status of a change order.</summary>
public static class ChangeOrderStatuses
{
    private static readonly Dictionary<string, ChangeOrderStatus> Base = new(StringComparer.OrdinalIgnoreCase)
    {
        ["draft"] = ChangeOrderStatus.Draft,
        ["not_pricing"] = ChangeOrderStatus.NotPricing,
        ["pricing"] = ChangeOrderStatus.Pricing,
        ["pending"] = ChangeOrderStatus.Pending,
        ["revised"] = ChangeOrderStatus.Revised,
        ["proceeding"] = ChangeOrderStatus.Proceeding,
        ["not_proceeding"] = ChangeOrderStatus.NotProceeding,
        ["pending_billable"] = ChangeOrderStatus.PendingBillable,
        ["no_charge"] = ChangeOrderStatus.NoCharge,
        ["approved"] = ChangeOrderStatus.Approved,
        ["rejected"] = ChangeOrderStatus.Rejected,
        ["void"] = ChangeOrderStatus.Void,
    };

    /// <summary>The base status; false where Procore's answer is neither a base status nor mapped to one.</summary>
    /// <param name="name">The status of the record.</param>
    /// <param name="mappedTo">For each status that the company named itself, the one it is mapped to.</param>
    /// <param name="status">The base status.</param>
    public static bool TryRead(string name, IReadOnlyDictionary<string, string> mappedTo, out ChangeOrderStatus status) =>
        Base.TryGetValue(mappedTo.TryGetValue(name, out var mapped) ? mapped : name, out status);

    /// <summary>True where a change order with this status changes no amount, whatever its lines say.</summary>
    public static bool HasNoEffect(ChangeOrderStatus status) =>
        status is ChangeOrderStatus.Void or ChangeOrderStatus.Rejected or ChangeOrderStatus.NoCharge or ChangeOrderStatus.NotProceeding;
}
