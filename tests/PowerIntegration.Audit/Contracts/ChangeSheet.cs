namespace PowerIntegration.Audit.Contracts;

/// <summary>A change of the schedule of values that comes with an application.</summary>
/// <param name="Kind">Which.</param>
/// <param name="LineIds">The lines that it is about; one, but for a merge.</param>
public sealed record ChangeSheet(ChangeKind Kind, IReadOnlyList<string> LineIds)
{
    /// <summary>The lines that take their place.</summary>
    public IReadOnlyList<PartSheet> Into { get; init; } = [];

    /// <summary>Where the cost is booked from now on; for a recoding only.</summary>
    public string? Coding { get; init; }

    /// <summary>True where what was billed before is booked there too.</summary>
    public bool MovesBilled { get; init; }
}
