namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>Balances that few lines have, kept in a separate object: in the line, they would make every line half as large again.</summary>
/// <param name="Released">Retainage released to date.</param>
/// <param name="AtThreshold">The balance before the application that passed the threshold; null where none is passed.</param>
internal sealed record AdditionalBalances(BucketAmounts Released, LineBalance? AtThreshold)
{
    /// <summary>Both; null where there is neither.</summary>
    public static AdditionalBalances? Of(BucketAmounts released, LineBalance? atThreshold) =>
        atThreshold is null && released == default ? null : new AdditionalBalances(released, atThreshold);
}
