namespace PowerIntegration.Domain.Wbs.Segments;

/// <summary>What a segment takes.</summary>
/// <param name="IsTiered">True where items may have items below them.</param>
/// <param name="CodeLengthMax">Most characters of a code.</param>
public sealed record SegmentShape(bool IsTiered, int CodeLengthMax);
