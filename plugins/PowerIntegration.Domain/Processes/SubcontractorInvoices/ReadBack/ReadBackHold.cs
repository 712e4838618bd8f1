namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;

/// <summary>A hold in Oracle's words; null where Oracle sent nothing.</summary>
public sealed record ReadBackHold
{
    /// <summary>Oracle's id of the hold.</summary>
    public string? Id { get; init; }

    /// <summary>Number of the invoice that has it.</summary>
    public required string? InvoiceNumber { get; init; }

    /// <summary>Its name.</summary>
    public required string? Name { get; init; }

    /// <summary>Who placed it.</summary>
    public required string? HeldBy { get; init; }

    /// <summary>When it was placed.</summary>
    public required string? HeldOn { get; init; }

    /// <summary>Name of its release; null while it is open.</summary>
    public required string? ReleaseName { get; init; }

    /// <summary>When it was released.</summary>
    public required string? ReleasedOn { get; init; }

    /// <summary>Who changed it last: for a released hold, who released it.</summary>
    public required string? ChangedBy { get; init; }

    /// <summary>True until it is released.</summary>
    public bool IsOpen => string.IsNullOrEmpty(ReleaseName);
}
