namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>The approval status of an application.</summary>
public enum ApplicationStatus
{
    /// <summary>Not submitted yet.</summary>
    Draft,

    /// <summary>In review.</summary>
    UnderReview,

    /// <summary>Returned for changes.</summary>
    ReviseAndResubmit,

    /// <summary>Waiting for the owner.</summary>
    PendingOwnerApproval,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Approved with changes that the lines carry.</summary>
    ApprovedAsNoted,

    /// <summary>Deleted, abandoned or permanently rejected.</summary>
    Void,
}
