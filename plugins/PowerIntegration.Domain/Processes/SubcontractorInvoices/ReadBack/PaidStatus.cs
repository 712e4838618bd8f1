using PowerIntegration.Domain.ContractBilling.Reversals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;

/// <summary>What Oracle's word for the payment of an invoice means.</summary>
public static class PaidStatus
{
    private const string Unpaid = "Unpaid";
    private const string Paid = "Paid";

    /// <summary>True where no money left: only then can an invoice be canceled. Any other word means that money may have left.</summary>
    /// <param name="status">Oracle's word.</param>
    public static bool IsUnpaid(string? status) => string.Equals(status, Unpaid, StringComparison.OrdinalIgnoreCase);

    /// <summary>The word as reversals reckon with it.</summary>
    /// <param name="status">Oracle's word.</param>
    public static PaymentStatus StatusOf(string? status) =>
        IsUnpaid(status) ? PaymentStatus.Unpaid
        : string.Equals(status, Paid, StringComparison.OrdinalIgnoreCase) ? PaymentStatus.Paid
        : PaymentStatus.PartlyPaid;
}
