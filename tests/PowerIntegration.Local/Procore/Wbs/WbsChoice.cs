namespace PowerIntegration.Local.Procore.Wbs;

/// <summary>The item that a WBS code has in one segment.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="ItemId">Its item.</param>
internal sealed record WbsChoice(long SegmentId, long ItemId);
