using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs.Effects;

/// <summary>A document that waits because of the coding of its lines.</summary>
public sealed record WaitingCost
{
    /// <summary>The document as people name it.</summary>
    public required string Name { get; init; }

    /// <summary>Expenditure item date of its lines.</summary>
    public required CalendarDate Day { get; init; }

    /// <summary>What it would pay, in the major unit; null where that is not known.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>ISO code of the amount.</summary>
    public required string? Currency { get; init; }

    /// <summary>The codes of its lines that move.</summary>
    public required IReadOnlyList<SegmentCodes> Codes { get; init; }
}
