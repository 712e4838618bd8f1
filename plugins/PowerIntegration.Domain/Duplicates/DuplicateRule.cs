namespace PowerIntegration.Domain.Duplicates;

/// <summary>
/// When two invoices of a supplier may be one bill that would be paid twice. The next application of a contract may well have the amount of the one
/// before it; anything else with the same amount within 45 days is looked at by a person.
/// </summary>
public static class DuplicateRule
{
    /// <summary>Most days between two invoices of one amount that are taken for one; the last day counts.</summary>
    public const int DaysMax = 45;

    /// <summary>Why the two may be one; null where nothing speaks for it.</summary>
    /// <param name="one">An invoice.</param>
    /// <param name="other">Another.</param>
    public static DuplicateReason? Of(PayableRecord one, PayableRecord other)
    {
        if (one.Supplier != other.Supplier)
        {
            return null;
        }

        return InvoiceNumberKey.IsSame(one.Number, other.Number) ? DuplicateReason.SameNumber
            : IsSameAmount(one, other) ? Apart(one, other)
            : null;
    }

    private static bool IsSameAmount(PayableRecord one, PayableRecord other) =>
        one.Amount == other.Amount
        && one.Amount != 0m
        && one.Currency == other.Currency
        && one.Date is { } day
        && other.Date is { } otherDay
        && Math.Abs((day.ToDateTime() - otherDay.ToDateTime()).Days) <= DaysMax;

    private static DuplicateReason? Apart(PayableRecord one, PayableRecord other) =>
        one.Source != other.Source ? DuplicateReason.SameAmountOtherSource
        : (one.Contract ?? "") != (other.Contract ?? "") ? DuplicateReason.SameAmountOtherContract
        : string.IsNullOrWhiteSpace(one.Application) || string.IsNullOrWhiteSpace(other.Application) ? DuplicateReason.SameAmountNoApplication
        : null;
}
