namespace PowerIntegration.Audit.Contracts;

/// <summary>When tax on what is held is due.</summary>
public enum TaxedWhen
{
    /// <summary>With the work.</summary>
    Earned,

    /// <summary>With the payment.</summary>
    Paid,

    /// <summary>Recognized with the work and paid with the payment; until then it waits in an account.</summary>
    Waits,
}
