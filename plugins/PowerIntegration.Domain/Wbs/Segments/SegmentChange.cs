namespace PowerIntegration.Domain.Wbs.Segments;

/// <summary>One change of a segment.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Path">The item.</param>
/// <param name="ItemId">Procore's id of it in the list that the plan was made from; null where it is made.</param>
/// <param name="Name">Its new name; null where the name stays.</param>
public sealed record SegmentChange(SegmentChangeKind Kind, CodePath Path, string? ItemId, string? Name);
