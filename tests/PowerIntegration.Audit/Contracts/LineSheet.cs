namespace PowerIntegration.Audit.Contracts;

/// <summary>A line of the schedule of values as it first stood.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Value">Scheduled value in cents; may be negative on a deductive line.</param>
/// <param name="WorkRate">The line's own rate on completed work, where it has one.</param>
/// <param name="StoredRate">The line's own rate on stored material, where it has one.</param>
public sealed record LineSheet(string Id, long Value, int? WorkRate = null, int? StoredRate = null)
{
    /// <summary>Where its cost is booked; none where nobody says.</summary>
    public string? Coding { get; init; }
}
