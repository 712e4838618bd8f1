namespace PowerIntegration.Domain.ContractBilling.Schedule;

/// <summary>
/// A change of the schedule of values that moves balances between lines. A new printed number or order is none: lines are known by id.
/// </summary>
public abstract record ScheduleChange
{
    private ScheduleChange() { }

    /// <summary>One line became several; its balances are divided, no money moves.</summary>
    /// <param name="LineId">The line.</param>
    /// <param name="Parts">The lines that it became.</param>
    public sealed record Split(string LineId, IReadOnlyList<SplitPart> Parts) : ScheduleChange;

    /// <summary>Several lines became one; balances add up, no money moves.</summary>
    /// <param name="LineIds">The lines.</param>
    /// <param name="IntoLineId">The line that they became; may be one of them.</param>
    /// <param name="Coding">Its coding; null keeps the first line's.</param>
    public sealed record Merge(IReadOnlyList<string> LineIds, string IntoLineId, string? Coding) : ScheduleChange;

    /// <summary>A line was deleted.</summary>
    /// <param name="LineId">The line.</param>
    /// <param name="Treatment">What becomes of what was billed; null where nothing was.</param>
    public sealed record Delete(string LineId, DeletedLine? Treatment) : ScheduleChange;

    /// <summary>A line has another coding. What is posted stays, unless it is reclassified; what moves from now on goes to the new coding.</summary>
    /// <param name="LineId">The line.</param>
    /// <param name="Coding">The new coding.</param>
    /// <param name="Reclassify">True where a journal moves what is posted.</param>
    public sealed record Recode(string LineId, string Coding, bool Reclassify) : ScheduleChange;
}
