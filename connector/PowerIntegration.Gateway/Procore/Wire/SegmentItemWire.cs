namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>The item a WBS code takes from one segment.</summary>
internal sealed record SegmentItemWire(string? Code, string? PathCode, string? Name, SegmentWire? Segment)
{
    /// <summary>Its id, which may be another one after each change of the item.</summary>
    public long? Id { get; init; }

    /// <summary>Whether new codes can take it.</summary>
    public string? Status { get; init; }

    /// <summary>Its code and those above it, from the top.</summary>
    public IReadOnlyList<string?>? PathCodes { get; init; }
}
