namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;

/// <summary>A line of an invoice in Oracle's words; null where Oracle sent nothing.</summary>
public sealed record ReadBackLineWords
{
    /// <summary>Line number.</summary>
    public required string? LineNumber { get; init; }

    /// <summary>Line amount in the major unit.</summary>
    public required string? Amount { get; init; }

    /// <summary>Purchase order.</summary>
    public required string? PurchaseOrderNumber { get; init; }

    /// <summary>Purchase order line.</summary>
    public required string? PurchaseOrderLine { get; init; }

    /// <summary>Purchase order schedule.</summary>
    public required string? PurchaseOrderSchedule { get; init; }

    /// <summary>Account combination.</summary>
    public required string? Account { get; init; }

    /// <summary>Oracle project of the line's project information.</summary>
    public required string? Project { get; init; }

    /// <summary>Task.</summary>
    public required string? Task { get; init; }

    /// <summary>Expenditure type.</summary>
    public required string? ExpenditureType { get; init; }

    /// <summary>Expenditure organization.</summary>
    public required string? ExpenditureOrganization { get; init; }

    /// <summary>Expenditure item date.</summary>
    public required string? ExpenditureItemDate { get; init; }
}
