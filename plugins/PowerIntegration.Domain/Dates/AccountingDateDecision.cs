using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Dates;

/// <summary>
/// Day on which a document posts: the end of its period where that is open, else the first day of the next open period. Never today.
/// </summary>
/// <param name="Date">The accounting date.</param>
/// <param name="IsRolled">True where the document's own period was closed.</param>
public sealed record AccountingDateDecision(CalendarDate Date, bool IsRolled)
{
    /// <summary>Decides; null where nothing is open, then <paramref name="refusal"/> says so.</summary>
    public static AccountingDateDecision? Of(CalendarDate periodEnd, IReadOnlyCollection<AccountingPeriod> periods, out Refusal? refusal)
    {
        refusal = null;
        var own = periods.FirstOrDefault(period => period.Contains(periodEnd));
        if (own is null)
        {
            refusal = new Refusal(
                DateReasons.NoOpenPeriod,
                $"The calendar of accounting periods does not contain {periodEnd}. Refresh the periods from Oracle, then prepare the document again."
            );
            return null;
        }

        if (own.IsOpen)
        {
            return new AccountingDateDecision(periodEnd, IsRolled: false);
        }

        var next = periods.Where(period => period.IsOpen && period.Start > periodEnd).OrderBy(period => period.Start).FirstOrDefault();
        if (next is not null)
        {
            return new AccountingDateDecision(next.Start, IsRolled: true);
        }

        refusal = new Refusal(
            DateReasons.NoOpenPeriod,
            $"No accounting period from {own.Start} on is open in Payables, the ledger and Projects at once. "
                + "Open one in Oracle, then prepare the document again."
        );
        return null;
    }
}
