namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>Movements that few lines have, kept in a separate object.</summary>
/// <param name="CatchUp">The part of the gross movement that is a catch-up of an earlier application.</param>
/// <param name="Released">Retainage released on the line, beyond what the terms return.</param>
internal sealed record AdditionalMovement(decimal CatchUp, decimal Released)
{
    /// <summary>Both; null where there is neither.</summary>
    public static AdditionalMovement? Of(decimal catchUp, decimal released) =>
        catchUp == 0m && released == 0m ? null : new AdditionalMovement(catchUp, released);
}
