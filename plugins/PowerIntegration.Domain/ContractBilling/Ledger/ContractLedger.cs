using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>The posted balances of the contract: the base of the next application. Drafts, claims and sent documents are not in it.</summary>
public sealed record ContractLedger
{
    /// <summary>ISO currency code.</summary>
    public required string Currency { get; init; }

    /// <summary>Original contract sum, G702 line 1.</summary>
    public required decimal OriginalContractSum { get; init; }

    /// <summary>Change order additions and deductions to date; null where only the net is known, as with opening balances.</summary>
    public ChangeOrderTotals? ChangeOrders { get; init; }

    /// <summary>The lines, in the order of the schedule of values.</summary>
    public required IReadOnlyList<ContractLine> Lines { get; init; }

    /// <summary>
    /// The lines that left the schedule of values. They are kept so that an application that still lists one does not add it again as new.
    /// </summary>
    public IReadOnlyList<ClosedLine> ClosedLines { get; init; } = [];

    /// <summary>Number of the last posted application; 0 where nothing was posted yet.</summary>
    public int LastPostedNumber { get; init; }

    /// <summary>End of the period of the last posted application; null where it is not known.</summary>
    public CalendarDate? LastPeriodEnd { get; init; }

    /// <summary>Every posted revision, by its revision key: a repeated revision changes nothing.</summary>
    public IReadOnlyList<string> PostedRevisions { get; init; } = [];

    /// <summary>The stored-materials term of the last posted application; null where nothing was posted yet.</summary>
    public StoredMaterials? StoredMaterials { get; init; }

    /// <summary>The threshold that retainage has passed; null where it has not.</summary>
    public ThresholdPassed? Threshold { get; init; }

    /// <summary>The opening balances of a running contract; null where the contract began with application 1.</summary>
    public OpeningBalance? Opening { get; init; }

    /// <summary>True as long as the schedule of values is unknown: there is no line, and none was ever closed.</summary>
    internal bool IsScheduleUnknown => Lines.Count == 0 && ClosedLines.Count == 0;

    /// <summary>Line 3 of the certificate: the scheduled values, or the original sum where they are unknown.</summary>
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

    /// <summary>The change order summary; by the net alone where nothing else is known, or where the known totals do not add up to the net.</summary>
    /// <param name="contractSum">Line 3.</param>
    internal ChangeOrderTotals ChangeOrdersAt(decimal contractSum)
    {
        var net = contractSum - OriginalContractSum;
        return ChangeOrders is { } known && known.Net == net ? known : ChangeOrderTotals.OfNet(net);
    }

    /// <summary>
    /// The ledger with its closed lines: a line that is still in the ledger was closed at its billed amount; of the others only the ids are kept.
    /// </summary>
    /// <param name="closed">The closed lines, each once.</param>
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
