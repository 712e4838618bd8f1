using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Dates;

/// <summary>
/// The day on which a document posts: the end of its period where that is open, else the first day of the next open period. It never depends on
/// the current date.
/// </summary>
/// <param name="Date">The accounting date.</param>
/// <param name="IsRolled">True where the document's own period was closed.</param>
public sealed record AccountingDateDecision(CalendarDate Date, bool IsRolled)
{
    /// <summary>Decides the date; null where no period is open, with <paramref name="refusal"/>.</summary>
    public static AccountingDateDecision? Of(CalendarDate periodEnd, IReadOnlyCollection<AccountingPeriod> periods, out Refusal? refusal)
    {
        refusal = null;
        var own = periods.FirstOrDefault(period => period.Contains(periodEnd));
        if (own is null)
        {
            refusal = new Refusal(
                DateReasons.NoOpenPeriod,
                $"No accounting period contains {periodEnd}. Refresh the periods from Oracle, then prepare the document again."
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
            $"No accounting period from {own.Start} onward is open in Payables, General Ledger and Projects. "
                + "Ask the controller to open one in Oracle, then prepare the document again."
        );
        return null;
    }
}
