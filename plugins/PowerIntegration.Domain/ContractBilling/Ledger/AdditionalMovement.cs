namespace PowerIntegration.Domain.ContractBilling.Ledger;

/// <summary>What few lines move, kept beside the line.</summary>
/// <param name="CatchUp">The part of the gross movement that catches up an earlier application.</param>
/// <param name="Released">Retainage that is released on the line, on top of what the terms give back.</param>
internal sealed record AdditionalMovement(decimal CatchUp, decimal Released)
{
    /// <summary>Both together; null where there is neither.</summary>
    public static AdditionalMovement? Of(decimal catchUp, decimal released) =>
        catchUp == 0m && released == 0m ? null : new AdditionalMovement(catchUp, released);
}
