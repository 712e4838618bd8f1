namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>Which contract sum a threshold is measured against.</summary>
public enum ContractSumBase
{
    /// <summary>The contract sum to date, G702 line 3.</summary>
    Revised,

    /// <summary>The original contract sum, G702 line 1.</summary>
    Original,
}
