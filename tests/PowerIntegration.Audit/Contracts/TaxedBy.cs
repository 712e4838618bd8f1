namespace PowerIntegration.Audit.Contracts;

/// <summary>Whose tax is paid.</summary>
public enum TaxedBy
{
    /// <summary>What the application states.</summary>
    Application,

    /// <summary>What the rate of the contract gives.</summary>
    Contract,

    /// <summary>What the books of the payer compute afterwards; nothing is sent.</summary>
    Payer,
}
