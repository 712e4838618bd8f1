namespace PowerIntegration.Domain.PurchaseOrders.Comparison;

/// <summary>One line of Oracle's own comparison of two versions of a purchase order.</summary>
/// <param name="Kind">What happened to the line.</param>
/// <param name="LineNumber">Its number.</param>
/// <param name="AmountBefore">Its amount in the older version; null where it is new.</param>
/// <param name="AmountAfter">Its amount in the newer version; null or 0.00 where it is canceled.</param>
public sealed record ShownChange(ShownChangeKind Kind, int LineNumber, decimal? AmountBefore, decimal? AmountAfter)
{
    /// <summary>Schedules that the newer version adds to a line that was there.</summary>
    public int SchedulesAdded { get; init; }
}
