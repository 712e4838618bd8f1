using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Readiness;

/// <summary>A document of the project that is not frozen yet, so that what is undecided can stop it.</summary>
public sealed record WaitingDocument
{
    /// <summary>Row id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is about.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Row id of its commitment.</summary>
    public required Guid CommitmentId { get; init; }

    /// <summary>Its number within the commitment.</summary>
    public required int ApplicationNumber { get; init; }

    /// <summary>End of its period; null where it has none.</summary>
    public CalendarDate? PeriodEnd { get; init; }

    /// <summary>What it would pay, in the major unit; null where that is not known.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO code of the amount; null where it is not known.</summary>
    public string? Currency { get; init; }

    /// <summary>The codes of its lines, each once.</summary>
    public IReadOnlyList<SegmentCodes> Codes { get; init; } = [];
}
