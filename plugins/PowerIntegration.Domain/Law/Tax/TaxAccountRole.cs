namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The role of an account in a journal of tax, withholding tax, holdback or trust.</summary>
public enum TaxAccountRole
{
    /// <summary>Tax on purchases: cost or recoverable tax, by the company's setup.</summary>
    TaxOnPurchase,

    /// <summary>Payable to the vendor.</summary>
    SupplierPayable,

    /// <summary>Tax on retainage until its release.</summary>
    RetentionTax,

    /// <summary>Tax that the customer accounts for itself.</summary>
    SelfAccountedTax,

    /// <summary>Tax withheld from the vendor and owed to the state.</summary>
    WithholdingPayable,

    /// <summary>Money held in trust for the vendor's retainage.</summary>
    RetentionTrust,

    /// <summary>The company's operating cash.</summary>
    OperatingCash,
}
