namespace PowerIntegration.Domain.ContractBilling;

/// <summary>Why an application posts nothing.</summary>
public enum NothingToPostReason
{
    /// <summary>This revision is posted already.</summary>
    Duplicate,

    /// <summary>A later application is posted, and it covers this one.</summary>
    Superseded,

    /// <summary>It is void, and it was never posted.</summary>
    Void,
}
