using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;

/// <summary>One line of an invoice as Oracle says it.</summary>
public sealed record ReadBackLine
{
    /// <summary>Line number.</summary>
    public required int LineNumber { get; init; }

    /// <summary>Line amount in the major unit.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Purchase order; null on lines that match none.</summary>
    public string? PurchaseOrderNumber { get; init; }

    /// <summary>Purchase order line.</summary>
    public int? PurchaseOrderLine { get; init; }

    /// <summary>Purchase order schedule.</summary>
    public int? PurchaseOrderSchedule { get; init; }

    /// <summary>Account combination; null where Oracle derives it from the purchase order.</summary>
    public string? Account { get; init; }

    /// <summary>Oracle project of the line's project information; null where the line has none, as the four that follow.</summary>
    public string? ProjectNumber { get; init; }

    /// <summary>Task.</summary>
    public string? TaskNumber { get; init; }

    /// <summary>Expenditure type.</summary>
    public string? ExpenditureType { get; init; }

    /// <summary>Expenditure organization.</summary>
    public string? ExpenditureOrganization { get; init; }

    /// <summary>Expenditure item date.</summary>
    public CalendarDate? ExpenditureItemDate { get; init; }
}
