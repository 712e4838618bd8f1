using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Duplicates;

/// <summary>An invoice in the target system that has the supplier and the amount of one that is about to be sent.</summary>
/// <param name="Id">The system's id.</param>
/// <param name="Amount">Its amount, in the major unit of the currency.</param>
/// <param name="Currency">ISO currency code.</param>
/// <param name="Date">Its date; null where it cannot be read.</param>
/// <param name="Number">Its number.</param>
public sealed record FoundPayable(string Id, decimal Amount, string Currency, CalendarDate? Date, string Number)
{
    /// <summary>The invoice as the rule on duplicate payments looks at it.</summary>
    /// <param name="supplier">The supplier for whom it was found.</param>
    public PayableRecord Of(string supplier) => new(Id, "Oracle", supplier, Number, Amount, Currency, Date, null, null);
}
