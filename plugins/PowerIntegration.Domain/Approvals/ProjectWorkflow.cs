using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Approvals;

/// <summary>What is known about Procore's workflow for the invoices of one project.</summary>
public sealed record ProjectWorkflow
{
    /// <summary>Row id of the project.</summary>
    public required Guid ProjectId { get; init; }

    /// <summary>What people call it.</summary>
    public required string Project { get; init; }

    /// <summary>Whether Procore has one.</summary>
    public ProcoreWorkflow State { get; init; }

    /// <summary>Day on which that was read; null where it never was.</summary>
    public CalendarDate? ReadOn { get; init; }

    /// <summary>Why it is not known; null where it is, or where it was never read.</summary>
    public string? Note { get; init; }

    /// <summary>Why it is not known, as it is shown to people.</summary>
    public string Why => string.IsNullOrWhiteSpace(Note) ? "Procore has not been asked yet." : Note!.Trim();
}
