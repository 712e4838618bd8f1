using PowerIntegration.Domain.ContractBilling.Reversals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;

/// <summary>What Oracle's word for the payment of an invoice means.</summary>
public static class PaidStatus
{
    /// <summary>Oracle's word for an invoice of which nothing is paid.</summary>
    public const string Unpaid = "Unpaid";

    /// <summary>Oracle's word for an invoice that is paid in full.</summary>
    public const string Paid = "Paid";

    private const string Separator = ", ";

    /// <summary>True where no money left: only then can an invoice be canceled. Any other word means that money may have left.</summary>
    /// <param name="status">Oracle's word.</param>
    public static bool IsUnpaid(string? status) => string.Equals(status, Unpaid, StringComparison.OrdinalIgnoreCase);

    /// <summary>The word as reversals reckon with it.</summary>
    /// <param name="status">Oracle's word.</param>
    public static PaymentStatus StatusOf(string? status) =>
        IsUnpaid(status) ? PaymentStatus.Unpaid
        : string.Equals(status, Paid, StringComparison.OrdinalIgnoreCase) ? PaymentStatus.Paid
        : PaymentStatus.PartlyPaid;

    /// <summary>The words of several invoices as one text: one word where all are alike.</summary>
    public static string Write(IEnumerable<string> statuses)
    {
        var all = statuses.ToList();
        return string.Join(Separator, all.Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1 ? all.Take(1) : all);
    }

    /// <summary>The word of one of several invoices in a text that <see cref="Write"/> made, or of all where it has one word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Which invoice, from 0.</param>
    /// <param name="count">How many there are.</param>
    public static PaymentStatus StatusOf(string? text, int index, int count)
    {
        var words = (text ?? "").Split([Separator], StringSplitOptions.None);
        return StatusOf(words.Length == count ? words[index] : text);
    }
}
