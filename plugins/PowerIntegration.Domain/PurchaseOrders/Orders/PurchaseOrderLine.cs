using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.PurchaseOrders.Orders;

/// <summary>A line of a purchase order. Invariant: it has at least one schedule, and its amount is theirs.</summary>
public sealed record PurchaseOrderLine
{
    /// <summary>Number within the purchase order, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Description.</summary>
    public required string Description { get; init; }

    /// <summary>Its schedules.</summary>
    public required IReadOnlyList<PurchaseOrderSchedule> Schedules { get; init; }

    /// <summary>Ordered quantity; null on a line that is ordered by amount.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Price of one unit; null on a line that is ordered by amount.</summary>
    public decimal? Price { get; init; }

    /// <summary>Billed to date, without tax; negative on a credit line.</summary>
    public decimal Billed { get; init; }

    /// <summary>True where its line type makes it a credit.</summary>
    public bool IsCredit { get; init; }

    /// <summary>True where it was canceled.</summary>
    public bool IsCanceled { get; init; }

    /// <summary>The schedule-of-values line of the commitment that it is linked to; null where it is linked to none.</summary>
    public string? CommitmentLineId { get; init; }

    /// <summary>The line of a commitment's change order that made it; null where none or several did.</summary>
    public string? ChangeOrderLineId { get; init; }

    /// <summary>True for the one line that takes all change orders of the commitment.</summary>
    public bool TakesAllChangeOrders { get; init; }

    /// <summary>Ordered amount without tax.</summary>
    public decimal Amount => Schedules.Sum(schedule => schedule.Amount);

    /// <summary>The codings of its schedules, each once.</summary>
    public IReadOnlyList<TaskCoding> Codings => [.. Schedules.Where(schedule => !schedule.IsCanceled).Select(schedule => schedule.Coding).Distinct()];
}
