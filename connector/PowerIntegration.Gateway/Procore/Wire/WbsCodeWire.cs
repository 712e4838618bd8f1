namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A WBS code of a project with one item per segment: <c>status</c> is active or inactive.</summary>
internal sealed record WbsCodeWire(long? Id, string? FlatCode, IReadOnlyList<SegmentItemWire>? SegmentItems)
{
    /// <summary>Whether lines can take it.</summary>
    public string? Status { get; init; }
}
