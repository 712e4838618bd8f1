using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>The purchase order line of one schedule-of-values line.</summary>
public sealed record PurchaseOrderLink
{
    /// <summary>Procore's id of the schedule-of-values line.</summary>
    public required string ProcoreLineId { get; init; }

    /// <summary>Purchase order.</summary>
    public required string PurchaseOrderNumber { get; init; }

    /// <summary>Line of the purchase order.</summary>
    public required int Line { get; init; }

    /// <summary>Schedule of the line.</summary>
    public required int Schedule { get; init; }

    /// <summary>The purchase order's coding, as read from Oracle; null where it has not been read.</summary>
    public TaskCoding? Coding { get; init; }

    /// <summary>Retainage rate of the schedule in Oracle as a fraction; null where it was not read.</summary>
    public decimal? RetainageRate { get; init; }
}
