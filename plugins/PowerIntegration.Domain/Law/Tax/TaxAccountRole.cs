namespace PowerIntegration.Domain.Law.Tax;

/// <summary>What an account stands for in a journal of tax, withholding, holdback or trust.</summary>
public enum TaxAccountRole
{
    /// <summary>Tax on what was bought: cost or recoverable tax, as the company's set-up says.</summary>
    TaxOnPurchase,

    /// <summary>What the supplier is owed.</summary>
    SupplierPayable,

    /// <summary>Tax on retainage that waits for its release.</summary>
    RetentionTax,

    /// <summary>Tax that the customer accounts for itself.</summary>
    SelfAccountedTax,

    /// <summary>Tax withheld from the supplier and owed to the state.</summary>
    WithholdingPayable,

    /// <summary>Money set aside in trust for the supplier's retention.</summary>
    RetentionTrust,

    /// <summary>The company's own money.</summary>
    OperatingCash,
}
