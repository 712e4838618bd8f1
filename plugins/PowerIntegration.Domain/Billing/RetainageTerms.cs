namespace PowerIntegration.Domain.Billing;

/// <summary>How much a contract lets be held back. Each way of computing it is a case of its own; cases are data, not switches in the arithmetic.</summary>
public abstract record RetainageTerms
{
    private RetainageTerms()
    {
    }

    /// <summary>What the terms hold to date on a line, in whole minor units per bucket.</summary>
    /// <param name="toDate">Completed work (D + E) and materials presently stored (F).</param>
    /// <param name="currency">The contract's currency.</param>
    public abstract BucketAmounts Held(BucketAmounts toDate, Currency currency);

    /// <summary>A rate on completed work and a rate on stored materials, G702 lines 5a and 5b; equal where the contract has one rate.</summary>
    /// <param name="Rate">Fractions, 0.10 for ten per cent.</param>
    public sealed record Rates(BucketAmounts Rate) : RetainageTerms
    {
        /// <inheritdoc/>
        public override BucketAmounts Held(BucketAmounts toDate, Currency currency) => new(
            Rounding.ToMinorUnit(Rate.Work * toDate.Work, currency),
            Rounding.ToMinorUnit(Rate.Stored * toDate.Stored, currency));
    }
}
