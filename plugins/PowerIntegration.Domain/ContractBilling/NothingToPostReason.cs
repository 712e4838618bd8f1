namespace PowerIntegration.Domain.ContractBilling;

/// <summary>Why an application posts nothing.</summary>
public enum NothingToPostReason
{
    /// <summary>This revision is already posted.</summary>
    Duplicate,

    /// <summary>A later application is posted, and its totals include this one.</summary>
    Superseded,

    /// <summary>It is void, and it was never posted.</summary>
    Void,
}
