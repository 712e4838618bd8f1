namespace PowerIntegration.Audit.Contracts;

/// <summary>What a threshold or a cap is a share of.</summary>
public enum ShareBase
{
    /// <summary>The original contract sum, line 1.</summary>
    Original,

    /// <summary>The contract sum to date, line 3.</summary>
    Revised,

    /// <summary>A fixed amount.</summary>
    Amount,
}
