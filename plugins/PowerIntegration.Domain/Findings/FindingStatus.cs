namespace PowerIntegration.Domain.Findings;

/// <summary>A finding as its row says.</summary>
/// <param name="State">State.</param>
/// <param name="Amount">Amount at risk; null where there is none.</param>
/// <param name="CauseGoneOn">Since when its cause was gone; null while it is there.</param>
/// <param name="SinceOn">When its cause was first seen.</param>
/// <param name="ClosedOn">When it was closed; null while it is not.</param>
public sealed record FindingStatus(FindingState State, decimal? Amount, DateTime? CauseGoneOn, DateTime SinceOn, DateTime? ClosedOn)
{
    /// <summary>True where money is at risk.</summary>
    public bool HasMoney => Amount is { } amount && amount != 0m;

    /// <summary>The cause was seen: for the first time, still, or again.</summary>
    /// <param name="before">The finding of the same cause; null where there is none.</param>
    /// <param name="amount">Amount at risk.</param>
    /// <param name="now">UTC.</param>
    public static FindingStatus Seen(FindingStatus? before, decimal? amount, DateTime now) =>
        before is null || before.State == FindingState.Closed
            ? new FindingStatus(FindingState.Open, amount, null, now, null)
            : before with
            {
                Amount = amount,
                CauseGoneOn = null,
            };

    /// <summary>The cause is gone. Where money was at risk, a person has to have seen it before it closes.</summary>
    public FindingStatus WithoutCause(DateTime now) =>
        State == FindingState.Acknowledged || !HasMoney ? Close(now) : this with { CauseGoneOn = CauseGoneOn ?? now };

    /// <summary>A person saw it.</summary>
    public FindingStatus Acknowledge(DateTime now) =>
        State == FindingState.Closed ? this
        : CauseGoneOn is null ? this with { State = FindingState.Acknowledged }
        : Close(now);

    private FindingStatus Close(DateTime now) => this with { State = FindingState.Closed, CauseGoneOn = CauseGoneOn ?? now, ClosedOn = now };
}
