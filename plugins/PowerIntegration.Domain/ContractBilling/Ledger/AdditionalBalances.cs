namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>What few lines have, kept beside the line: in it, it would make every line half as large again.</summary>
/// <param name="Released">Retainage that releases took out.</param>
/// <param name="AtThreshold">The balance before the application that passed the threshold; null where none is passed.</param>
internal sealed record AdditionalBalances(BucketAmounts Released, LineBalance? AtThreshold)
{
    /// <summary>Both together; null where there is neither.</summary>
    public static AdditionalBalances? Of(BucketAmounts released, LineBalance? atThreshold) =>
        atThreshold is null && released == default ? null : new AdditionalBalances(released, atThreshold);
}
