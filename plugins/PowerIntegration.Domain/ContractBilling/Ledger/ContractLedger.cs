using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>The contract as it is posted: the base of the next application. Never a draft, a claim or what is only sent.</summary>
public sealed record ContractLedger
{
    /// <summary>ISO currency code.</summary>
    public required string Currency { get; init; }

    /// <summary>Original contract sum, G702 line 1.</summary>
    public required decimal OriginalContractSum { get; init; }

    /// <summary>What change orders added and took off to date; null where only their net is known, as of opening balances.</summary>
    public ChangeOrderTotals? ChangeOrders { get; init; }

    /// <summary>The lines, in the order of the schedule of values.</summary>
    public required IReadOnlyList<ContractLine> Lines { get; init; }

    /// <summary>
    /// The lines that left the schedule of values. They are remembered, so that an application that still lists one does not bring it back as new.
    /// </summary>
    public IReadOnlyList<ClosedLine> ClosedLines { get; init; } = [];

    /// <summary>Number of the last posted application; 0 where nothing was posted yet.</summary>
    public int LastPostedNumber { get; init; }

    /// <summary>Every revision that was posted, by its revision key: what comes again changes nothing.</summary>
    public IReadOnlyList<string> PostedRevisions { get; init; } = [];

    /// <summary>How stored materials were carried by the last posted application; null where nothing was posted yet.</summary>
    public StoredMaterials? StoredMaterials { get; init; }

    /// <summary>The threshold that retainage has passed; null where it has not.</summary>
    public ThresholdPassed? Threshold { get; init; }

    /// <summary>The balances with which a running contract began; null where the contract began with application 1.</summary>
    public OpeningBalance? Opening { get; init; }

    /// <summary>True as long as the schedule of values is unknown: no line stands here, and none was ever closed.</summary>
    internal bool IsScheduleUnknown => Lines.Count == 0 && ClosedLines.Count == 0;

    /// <summary>Line 3 of the certificate: the scheduled values, or the original sum as long as they are unknown.</summary>
    internal decimal ContractSum()
    {
        if (IsScheduleUnknown)
        {
            return OriginalContractSum;
        }

        var scheduled = 0m;
        foreach (var line in Lines)
        {
            scheduled += line.ScheduledValue;
        }

        return scheduled;
    }

    /// <summary>The change order summary; by the net alone where nothing else is known, or where what is known does not make the net.</summary>
    /// <param name="contractSum">Line 3.</param>
    internal ChangeOrderTotals ChangeOrdersAt(decimal contractSum)
    {
        var net = contractSum - OriginalContractSum;
        return ChangeOrders is { } known && known.Net == net ? known : ChangeOrderTotals.OfNet(net);
    }

    /// <summary>
    /// The ledger with what its schedule of values closed: a line that still stands here was closed at what was billed, of the others only the ids
    /// are kept.
    /// </summary>
    /// <param name="closed">What was closed, each line once.</param>
    public ContractLedger WithClosed(IReadOnlyList<ClosedLine> closed)
    {
        if (closed.Count == 0)
        {
            return this;
        }

        var ids = new HashSet<string>(closed.Select(line => line.LineId), StringComparer.Ordinal);
        var current = new HashSet<string>(Lines.Select(line => line.LineId), StringComparer.Ordinal);
        return this with
        {
            Lines = [.. Lines.Select(line => ids.Contains(line.LineId) ? line with { IsClosed = true } : line)],
            ClosedLines = [.. closed.Where(line => !current.Contains(line.LineId))],
        };
    }
}
