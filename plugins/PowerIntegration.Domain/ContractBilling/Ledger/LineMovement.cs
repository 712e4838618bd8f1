namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>
/// The movement of one line with one application: always the difference of two balances, never a column of the application. Column E contains
/// materials that were paid while they were stored, and column F is a balance; either would pay them twice.
/// </summary>
/// <param name="Gross">g = G now less G at the base.</param>
/// <param name="Retainage">Retainage held now less retainage held at the base; positive where more is withheld.</param>
public readonly record struct LineMovement(decimal Gross, BucketAmounts Retainage)
{
    /// <summary>p = g less the retainage movement; payable now, may be negative.</summary>
    public decimal Payable => Gross - Retainage.Total;

    /// <summary>True where no amount changes.</summary>
    public bool IsZero => Gross == 0m && Retainage == default;

    /// <summary>The movement from the base, the last posted balance, to the balance with this application.</summary>
    public static LineMovement Between(LineBalance posted, LineBalance now) => new(now.Gross - posted.Gross, now.Retainage - posted.Retainage);
}
