namespace PowerIntegration.Domain.Wbs.Segments;

/// <summary>An item of a segment as Procore lists it.</summary>
public sealed record SegmentItem
{
    /// <summary>Procore's id; good for one change, since the next one may have another.</summary>
    public required string Id { get; init; }

    /// <summary>Where it is.</summary>
    public required CodePath Path { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>True where lines can take it.</summary>
    public required bool IsActive { get; init; }

    /// <summary>True where a code has it. Such an item can be made inactive and not be deleted.</summary>
    public bool IsInUse { get; init; }
}
