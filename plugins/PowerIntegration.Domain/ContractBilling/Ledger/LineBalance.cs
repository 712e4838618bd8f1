namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>The balance of one schedule-of-values line to date. The default value is a line that was never billed.</summary>
/// <param name="Gross">Total completed and stored to date, G.</param>
/// <param name="Retainage">Retainage held to date after releases, R, on work, on stored materials and for the punch list.</param>
public readonly record struct LineBalance(decimal Gross, BucketAmounts Retainage)
{
    /// <summary>Materials presently stored, F; part of the gross.</summary>
    public decimal Stored { get; init; }

    /// <summary>Work completed to date, W = D + E.</summary>
    public decimal Work => Gross - Stored;

    /// <summary>Total earned less retainage: the amount certified for the line to date.</summary>
    public decimal EarnedLessRetainage => Gross - Retainage.Total;
}
