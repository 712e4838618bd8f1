namespace PowerIntegration.Domain.ContractBilling.Schedule;

/// <summary>
/// A change of the schedule of values that moves balances between lines. A new printed number or order is not a change: lines are identified by id.
/// </summary>
public abstract record ScheduleChange
{
    private ScheduleChange() { }

    /// <summary>One line became several; its balances are divided, no money moves.</summary>
    /// <param name="LineId">The line.</param>
    /// <param name="Parts">The new lines.</param>
    public sealed record Split(string LineId, IReadOnlyList<SplitPart> Parts) : ScheduleChange;

    /// <summary>Several lines became one; balances add up, no money moves.</summary>
    /// <param name="LineIds">The lines.</param>
    /// <param name="IntoLineId">The resulting line; may be one of them.</param>
    /// <param name="Coding">Its coding; null keeps the first line's.</param>
    public sealed record Merge(IReadOnlyList<string> LineIds, string IntoLineId, string? Coding) : ScheduleChange;

    /// <summary>A line was deleted.</summary>
    /// <param name="LineId">The line.</param>
    /// <param name="Treatment">Treatment of the billed amount; null where nothing was billed.</param>
    public sealed record Delete(string LineId, DeletedLine? Treatment) : ScheduleChange;

    /// <summary>A line has another coding. Posted amounts stay unless they are reclassified; later amounts go to the new coding.</summary>
    /// <param name="LineId">The line.</param>
    /// <param name="Coding">The new coding.</param>
    /// <param name="Reclassify">True where a journal moves the posted amount.</param>
    public sealed record Recode(string LineId, string Coding, bool Reclassify) : ScheduleChange;
}
