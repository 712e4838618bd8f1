using System.Collections.Generic;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Billing;

/// <summary>The certificate (G702) that the balances make. Amounts are in the major unit.</summary>
public sealed record Certificate
{
    private Certificate()
    {
    }

    /// <summary>Line 1, original contract sum.</summary>
    public decimal OriginalContractSum { get; private init; }

    /// <summary>Line 2, net change by change orders.</summary>
    public decimal NetChangeOrders { get; private init; }

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

    /// <summary>Adds up a continuation sheet and asserts the identities of the form.</summary>
    /// <param name="lines">Every line of the contract.</param>
    /// <param name="originalContractSum">Line 1.</param>
    /// <exception cref="InvariantBrokenException">An identity does not hold.</exception>
    public static Certificate Of(IReadOnlyList<ContinuationLine> lines, decimal originalContractSum)
    {
        var sums = new Sums();
        foreach (var line in lines)
        {
            sums.Add(line.ScheduledValue, line.Before, line.After);
        }

        return sums.Certify(originalContractSum);
    }

    /// <summary>The certificate that stands posted: nothing is due.</summary>
    /// <param name="ledger">The ledger.</param>
    public static Certificate Of(ContractLedger ledger)
    {
        var sums = new Sums();
        foreach (var line in ledger.Lines)
        {
            sums.Add(line.ScheduledValue, line.Posted);
        }

        sums.Stand();
        return sums.Certify(ledger.OriginalContractSum);
    }

    private sealed class Sums
    {
        private readonly BalanceSum now = new();
        private BalanceSum posted = new();
        private decimal payable;
        private decimal unfinished;

        public decimal Scheduled { get; private set; }

        public void Add(decimal scheduledValue, in LineBalance lineBefore, in LineBalance lineAfter)
        {
            Add(scheduledValue, lineAfter);
            posted.Add(lineBefore);
            payable += lineAfter.Gross - lineBefore.Gross - (lineAfter.Retainage.Total - lineBefore.Retainage.Total);
        }

        public void Add(decimal scheduledValue, in LineBalance balance)
        {
            Scheduled += scheduledValue;
            now.Add(balance);
            unfinished += scheduledValue - balance.Gross;
        }

        /// <summary>Nothing moves: what was added is the base as well.</summary>
        public void Stand() => posted = now;

        public Certificate Certify(decimal originalContractSum)
        {
            LineBalance before = posted.Total, after = now.Total;
            var moved = LineMovement.Between(before, after);
            var certificate = new Certificate
            {
                OriginalContractSum = originalContractSum,
                NetChangeOrders = Scheduled - originalContractSum,
                ContractSumToDate = Scheduled,
                GrossToDate = after.Gross,
                Retainage = after.Retainage,
                EarnedLessRetainage = after.EarnedLessRetainage,
                PreviousCertificates = before.EarnedLessRetainage,
                PaymentDue = after.EarnedLessRetainage - before.EarnedLessRetainage,
                BalanceToFinish = Scheduled - after.EarnedLessRetainage,
                GrossMovement = moved.Gross,
                RetainageMovement = moved.Retainage,
            };
            Invariant.Require(certificate.PaymentDue == moved.Payable, "Line 8 is the gross movement less the retainage movement.");
            Invariant.Require(certificate.PaymentDue == payable, "Line 8 is the sum of what the lines are paid.");
            Invariant.Require(certificate.BalanceToFinish == unfinished + after.Retainage.Total, "Line 9 is the balance to finish of the lines and the retainage held.");
            return certificate;
        }
    }
}
