namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>The project as its row says.</summary>
public sealed record ProjectFacts
{
    /// <summary>Name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>ISO currency code.</summary>
    public required string Currency { get; init; }

    /// <summary>Windows name of the time zone in which days of approvals count; null for UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>True where the row is active.</summary>
    public required bool IsActive { get; init; }
}
