namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>A cut that the reviewer made on the header only. It goes to the lines by their positive work this period, largest remainder.</summary>
/// <param name="Amount">The reduction; above zero.</param>
/// <param name="DecidedBy">Who decided the cut.</param>
/// <param name="Reason">Why.</param>
public sealed record HeaderCut(decimal Amount, string DecidedBy, string Reason)
{
    /// <summary>What the amount reduces.</summary>
    public CutKind Kind { get; init; }

    /// <summary>The reduction of line 8 from which a gross cut was worked out; null where the gross cut was given.</summary>
    internal decimal? WorkedOutFrom { get; init; }
}
