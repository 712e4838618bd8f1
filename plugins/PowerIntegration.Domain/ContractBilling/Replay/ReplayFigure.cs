namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>Which figure of an application is compared.</summary>
public enum ReplayFigure
{
    /// <summary>Current payment due, line 8.</summary>
    Payment,

    /// <summary>Retainage held on a line.</summary>
    LineRetainage,

    /// <summary>Total retainage, where the terms apply to the contract total and do not say how the lines share it.</summary>
    TotalRetainage,
}
