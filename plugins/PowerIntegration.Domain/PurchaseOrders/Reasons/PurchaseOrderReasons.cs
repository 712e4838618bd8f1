using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Reasons;

/// <summary>What stops a change of a purchase order, or an invoice because of it.</summary>
public static class PurchaseOrderReasons
{
    /// <summary>No signed policy, or more than one, applies to the change order.</summary>
    public static ReasonCode PolicyMissing { get; } = new("change-order-policy-missing", StopState.Refused, 71);

    /// <summary>Oracle would withhold retainage that is already withheld here.</summary>
    public static ReasonCode RetainageTwice { get; } = new("retainage-twice", StopState.Refused, 82);

    /// <summary>The status of the purchase order takes no change.</summary>
    public static ReasonCode OrderTakesNoChange { get; } = new("order-takes-no-change", StopState.Refused, 127);

    /// <summary>A change by someone else is open on the purchase order.</summary>
    public static ReasonCode ForeignChangePending { get; } = new("foreign-change-pending", StopState.Held, 171);

    /// <summary>The purchase order waits for an approval, a reservation or a signature.</summary>
    public static ReasonCode OrderPending { get; } = new("order-pending", StopState.Held, 172);

    /// <summary>The change order that an invoice bills is not in Oracle yet.</summary>
    public static ReasonCode ChangeOrderFirst { get; } = new("change-order-first", StopState.Held, 173);

    /// <summary>Tax is a line of its own; a purchase order is without tax.</summary>
    public static ReasonCode TaxLine { get; } = new("tax-line", StopState.Refused, 262);

    /// <summary>A line changes a schedule-of-values line that is gone.</summary>
    public static ReasonCode LineDeleted { get; } = new("line-deleted", StopState.Refused, 263);

    /// <summary>Two commitments shorten to one purchase order number.</summary>
    public static ReasonCode OrderNumberCollision { get; } = new("order-number-collision", StopState.Refused, 331);

    /// <summary>The lines of a change order are not its total.</summary>
    public static ReasonCode ChangeOrderTotalDiffers { get; } = new("change-order-total-differs", StopState.Refused, 371);

    /// <summary>An amount would be negative on a line that is no credit, or a credit positive.</summary>
    public static ReasonCode NegativeLine { get; } = new("negative-line", StopState.Refused, 391);

    /// <summary>Quantity times price cannot give the amount.</summary>
    public static ReasonCode QuantityPriceDiffers { get; } = new("quantity-price-differs", StopState.Refused, 392);

    /// <summary>A quantity that was billed would get another price.</summary>
    public static ReasonCode BilledQuantityRepriced { get; } = new("billed-quantity-repriced", StopState.Refused, 393);

    /// <summary>One purchase order line would take several codings.</summary>
    public static ReasonCode PolicyCodingDiffers { get; } = new("policy-coding-differs", StopState.Refused, 394);

    /// <summary>A schedule of a subcontract would be matched to receipts, which a subcontract has none of.</summary>
    public static ReasonCode ReceiptMatchingSchedule { get; } = new("receipt-matching-schedule", StopState.Refused, 395);

    /// <summary>A line got another coding after part of it was billed.</summary>
    public static ReasonCode BilledLineRecoded { get; } = new("billed-line-recoded", StopState.Refused, 396);

    /// <summary>A line would be ordered for less than was billed on it; the invoice that credits it goes first.</summary>
    public static ReasonCode BelowBilled { get; } = new("below-billed", StopState.Held, 397);

    /// <summary>An invoice bills more than is ordered.</summary>
    public static ReasonCode OverOrdered { get; } = new("over-ordered", StopState.Held, 398);

    /// <summary>Oracle shows another change than was predicted.</summary>
    public static ReasonCode OutcomeDiffers { get; } = new("outcome-differs", StopState.Held, 760);
}
