namespace PowerIntegration.Audit.Orders;

/// <summary>By how much a line of a change order moves between two revisions.</summary>
internal sealed record LineMove(string Id, string? RowId, string Task, long Cents, long Units, bool HasUnits, long? UnitCents);
