using PowerIntegration.Domain.ContractBilling.Certificates;

namespace PowerIntegration.Tool.Billing;

/// <summary>One line of the certificate with its name on the form.</summary>
/// <param name="Number">Number on the form.</param>
/// <param name="Name">Name on the form.</param>
/// <param name="Before">Amount before the application.</param>
/// <param name="After">Amount with the application.</param>
internal sealed record CertificateLine(string Number, string Name, decimal Before, decimal After)
{
    /// <summary>The lines of the form, in order.</summary>
    /// <param name="before">The certificate of the base.</param>
    /// <param name="after">The certificate with the application.</param>
    public static IEnumerable<CertificateLine> Of(Certificate before, Certificate after)
    {
        yield return new("1", "Original contract sum", before.OriginalContractSum, after.OriginalContractSum);
        yield return new("2", "Net change by change orders", before.NetChangeOrders, after.NetChangeOrders);
        yield return new("3", "Contract sum to date", before.ContractSumToDate, after.ContractSumToDate);
        yield return new("4", "Total completed and stored to date", before.GrossToDate, after.GrossToDate);
        yield return new("5a", "Retainage on completed work", before.Retainage.Work, after.Retainage.Work);
        yield return new("5b", "Retainage on stored materials", before.Retainage.Stored, after.Retainage.Stored);
        if (before.Retainage.PunchList != 0m || after.Retainage.PunchList != 0m)
        {
            yield return new("", "Retainage for the punch list", before.Retainage.PunchList, after.Retainage.PunchList);
        }

        yield return new("5", "Total retainage", before.Retainage.Total, after.Retainage.Total);
        yield return new("6", "Total earned less retainage", before.EarnedLessRetainage, after.EarnedLessRetainage);
        yield return new("7", "Less previous certificates for payment", before.PreviousCertificates, after.PreviousCertificates);
        yield return new("8", "Current payment due", before.PaymentDue, after.PaymentDue);
        yield return new("9", "Balance to finish, including retainage", before.BalanceToFinish, after.BalanceToFinish);
        yield return new("", "Additions by change orders", before.ChangeOrders.Additions, after.ChangeOrders.Additions);
        yield return new("", "Deductions by change orders", before.ChangeOrders.Deductions, after.ChangeOrders.Deductions);
    }
}
