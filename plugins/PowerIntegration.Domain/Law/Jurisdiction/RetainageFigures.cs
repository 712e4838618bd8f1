using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Ledger;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>Retainage figures of a contract with a document, in the contract's currency.</summary>
public sealed record RetainageFigures
{
    /// <summary>Gross of this payment, g.</summary>
    public required decimal PaymentGross { get; init; }

    /// <summary>Withheld with this payment, ΔR; negative where retainage is released.</summary>
    public required decimal PaymentRetained { get; init; }

    /// <summary>Earned to date, G, before this document's retainage is subtracted.</summary>
    public required decimal GrossToDate { get; init; }

    /// <summary>Held to date after this document, R: money, not a nominal rate.</summary>
    public required decimal HeldToDate { get; init; }

    /// <summary>Contract sum to date.</summary>
    public required decimal ContractSum { get; init; }

    /// <summary>
    /// The number of rounded balances in the amounts: lines times buckets. Each may differ from its exact value by half a minor unit.
    /// </summary>
    public required int RoundedBalances { get; init; }

    /// <summary>The fraction that the owner actually withholds from us; null where it is not known.</summary>
    public decimal? OwnerHeldRate { get; init; }

    /// <summary>The figures of a billed application.</summary>
    /// <param name="billed">The application.</param>
    /// <param name="ownerHeldRate">The fraction that the owner actually withholds; null where it is not known.</param>
    public static RetainageFigures Of(BillingOutcome.Billed billed, decimal? ownerHeldRate) =>
        new()
        {
            PaymentGross = billed.After.GrossMovement,
            PaymentRetained = billed.After.RetainageMovement.Total,
            GrossToDate = billed.After.GrossToDate,
            HeldToDate = billed.After.Retainage.Total,
            ContractSum = billed.After.ContractSumToDate,
            RoundedBalances = billed.Lines.Sum(line => Buckets(line.Before.Retainage, line.After.Retainage).Count(amount => amount)),
            OwnerHeldRate = ownerHeldRate,
        };

    private static IEnumerable<bool> Buckets(BucketAmounts before, BucketAmounts after) =>
        [before.Work != 0m || after.Work != 0m, before.Stored != 0m || after.Stored != 0m, before.PunchList != 0m || after.PunchList != 0m];
}
