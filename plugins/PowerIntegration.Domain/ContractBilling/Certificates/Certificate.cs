using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Sheet;

namespace PowerIntegration.Domain.ContractBilling.Certificates;

/// <summary>The certificate (G702) of the balances. Amounts are in the major unit.</summary>
public sealed record Certificate
{
    private Certificate() { }

    /// <summary>Line 1, original contract sum.</summary>
    public decimal OriginalContractSum { get; private init; }

    /// <summary>Line 2, net change by change orders.</summary>
    public decimal NetChangeOrders { get; private init; }

    /// <summary>The change order summary behind line 2.</summary>
    public ChangeOrderTotals ChangeOrders { get; private init; }

    /// <summary>Line 3, contract sum to date.</summary>
    public decimal ContractSumToDate { get; private init; }

    /// <summary>Line 4, total completed and stored to date.</summary>
    public decimal GrossToDate { get; private init; }

    /// <summary>Lines 5a and 5b, retainage held on work and on stored materials, and what is held for the punch list.</summary>
    public BucketAmounts Retainage { get; private init; }

    /// <summary>Line 6, total earned less retainage.</summary>
    public decimal EarnedLessRetainage { get; private init; }

    /// <summary>Line 7, less previous certificates for payment: line 6 of the base.</summary>
    public decimal PreviousCertificates { get; private init; }

    /// <summary>Line 8, current payment due.</summary>
    public decimal PaymentDue { get; private init; }

    /// <summary>Line 9, balance to finish including retainage.</summary>
    public decimal BalanceToFinish { get; private init; }

    /// <summary>Gross this period.</summary>
    public decimal GrossMovement { get; private init; }

    /// <summary>Retainage this period, by bucket.</summary>
    public BucketAmounts RetainageMovement { get; private init; }

    /// <summary>Adds up a continuation sheet.</summary>
    /// <param name="lines">Every line of the contract.</param>
    /// <param name="ledger">The ledger with these lines posted; it gives lines 1 to 3.</param>
    public static Certificate Of(IReadOnlyList<ContinuationLine> lines, ContractLedger ledger) =>
        Of(ledger, ledger.ContractSum(), BalanceSum.Of(lines.Select(line => line.Before)), BalanceSum.Of(lines.Select(line => line.After)));

    /// <summary>The certificate of the posted balances: nothing is due.</summary>
    /// <param name="ledger">The ledger.</param>
    public static Certificate Of(ContractLedger ledger)
    {
        var posted = BalanceSum.Of(ledger.Lines);
        return Of(ledger, ledger.ContractSum(), posted, posted);
    }

    /// <summary>The certificate of an application, from the totals of its sheet. The proof adds up the lines independently.</summary>
    internal static Certificate Of(BillingSheet sheet, ContinuationLine[] lines, Certificate posted)
    {
        var before = sheet.Application.CatchUp is null
            ? new LineBalance(posted.GrossToDate, posted.Retainage)
            : BalanceSum.Of(lines.Select(line => line.Before));
        return Of(
            sheet.Ledger.OriginalContractSum,
            sheet.RevisedSum,
            sheet.ChangeOrders,
            before,
            new LineBalance(sheet.GrossToDate, sheet.HeldToDate)
        );
    }

    private static Certificate Of(ContractLedger ledger, decimal scheduled, LineBalance before, LineBalance after) =>
        Of(ledger.OriginalContractSum, scheduled, ledger.ChangeOrdersAt(scheduled), before, after);

    private static Certificate Of(
        decimal originalContractSum,
        decimal scheduled,
        ChangeOrderTotals changeOrders,
        LineBalance before,
        LineBalance after
    )
    {
        var moved = LineMovement.Between(before, after);
        return new Certificate
        {
            OriginalContractSum = originalContractSum,
            NetChangeOrders = scheduled - originalContractSum,
            ChangeOrders = changeOrders,
            ContractSumToDate = scheduled,
            GrossToDate = after.Gross,
            Retainage = after.Retainage,
            EarnedLessRetainage = after.EarnedLessRetainage,
            PreviousCertificates = before.EarnedLessRetainage,
            PaymentDue = after.EarnedLessRetainage - before.EarnedLessRetainage,
            BalanceToFinish = scheduled - after.EarnedLessRetainage,
            GrossMovement = moved.Gross,
            RetainageMovement = moved.Retainage,
        };
    }
}
