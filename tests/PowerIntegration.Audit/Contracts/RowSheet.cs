namespace PowerIntegration.Audit.Contracts;

/// <summary>One row of a continuation sheet as the contractor sent it, in cents.</summary>
public readonly record struct RowSheet
{
    /// <summary>The stable id of the line.</summary>
    public required string LineId { get; init; }

    /// <summary>Where the cost is booked, where the application states it.</summary>
    public string? Coding { get; init; }

    /// <summary>C, scheduled value to date.</summary>
    public long Scheduled { get; init; }

    /// <summary>D, work from previous applications.</summary>
    public long WorkPrevious { get; init; }

    /// <summary>E, work this period, as approved.</summary>
    public long WorkThisPeriod { get; init; }

    /// <summary>F, materials presently stored.</summary>
    public long Stored { get; init; }

    /// <summary>What was claimed as E, where a reviewer cut it.</summary>
    public long? Claimed { get; init; }

    /// <summary>Held to date on work, where the application states it.</summary>
    public long? HeldOnWork { get; init; }

    /// <summary>Held to date on stored material, where the application states it.</summary>
    public long? HeldOnStored { get; init; }

    /// <summary>Released this period out of what was held on work, where the application states it.</summary>
    public long? ReleasedOnWork { get; init; }

    /// <summary>Released this period out of what was held on stored material, where the application states it.</summary>
    public long? ReleasedOnStored { get; init; }
}
