namespace PowerIntegration.Domain.Wbs.Segments;

/// <summary>The item that a code has of one segment.</summary>
/// <param name="SegmentId">Procore's id of the segment.</param>
/// <param name="ItemId">Procore's id of the item in the list that the code was read from.</param>
/// <param name="IsActive">True where new codes can take it.</param>
public sealed record CodeItem(string SegmentId, string ItemId, bool IsActive);
