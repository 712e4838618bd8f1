namespace PowerIntegration.Domain.Wbs.Segments;

/// <summary>What a segment takes.</summary>
/// <param name="IsTiered">True where items may have items below them.</param>
/// <param name="Delimiter">What stands between the segments of a code; empty where it is not known.</param>
/// <param name="CodeLengthMax">Most characters of a code.</param>
public sealed record SegmentShape(bool IsTiered, string Delimiter, int CodeLengthMax);
