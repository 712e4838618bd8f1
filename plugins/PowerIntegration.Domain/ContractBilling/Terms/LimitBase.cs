namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>What a retainage limit is measured on.</summary>
public enum LimitBase
{
    /// <summary>A fraction of the original contract sum, G702 line 1.</summary>
    OriginalSum,

    /// <summary>A fraction of the contract sum to date, G702 line 3.</summary>
    RevisedSum,

    /// <summary>An amount.</summary>
    Amount,
}
