using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Billing;

/// <summary>The certificate (G702) that the balances make. Amounts are in the major unit.</summary>
public sealed record Certificate
{
    private Certificate()
    {
    }

    /// <summary>Line 3, contract sum to date.</summary>
    public decimal ContractSumToDate { get; private init; }

    /// <summary>Line 4, total completed and stored to date.</summary>
    public decimal GrossToDate { get; private init; }

    /// <summary>Lines 5a and 5b, retainage held on work and on stored materials.</summary>
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

    /// <summary>Retainage this period, on work and on stored materials.</summary>
    public BucketAmounts RetainageMovement { get; private init; }

    /// <summary>Adds up the steps and asserts the identities of the form.</summary>
    /// <exception cref="InvariantBrokenException">An identity does not hold.</exception>
    public static Certificate Of(IReadOnlyCollection<LineStep> steps)
    {
        var gross = steps.Sum(step => step.After.Gross);
        var held = Sum(steps.Select(step => step.After.Retainage));
        var previous = steps.Sum(step => step.Before.EarnedLessRetainage);
        var certificate = new Certificate
        {
            ContractSumToDate = steps.Sum(step => step.ScheduledValue),
            GrossToDate = gross,
            Retainage = held,
            EarnedLessRetainage = gross - held.Total,
            PreviousCertificates = previous,
            PaymentDue = gross - held.Total - previous,
            BalanceToFinish = steps.Sum(step => step.ScheduledValue) - (gross - held.Total),
            GrossMovement = steps.Sum(step => step.Movement.Gross),
            RetainageMovement = Sum(steps.Select(step => step.Movement.Retainage)),
        };
        certificate.RequireIdentities(steps);
        return certificate;
    }

    private static BucketAmounts Sum(IEnumerable<BucketAmounts> amounts) => amounts.Aggregate(default(BucketAmounts), (sum, amount) => sum + amount);

    private void RequireIdentities(IReadOnlyCollection<LineStep> steps)
    {
        Invariant.Require(PaymentDue == GrossMovement - RetainageMovement.Total, "Line 8 is the gross movement less the retainage movement.");
        Residual.RequireZero(PaymentDue, steps.Select(step => step.Movement.Payable), "Line 8 is the sum of what the lines are paid.");
        var unfinished = steps.Sum(step => step.ScheduledValue - step.After.Gross);
        Invariant.Require(BalanceToFinish == unfinished + Retainage.Total, "Line 9 is the balance to finish of the lines and the retainage held.");
    }
}
