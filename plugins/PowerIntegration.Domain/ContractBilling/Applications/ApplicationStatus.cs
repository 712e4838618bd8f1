namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>What was decided about an application.</summary>
public enum ApplicationStatus
{
    /// <summary>Not handed in yet.</summary>
    Draft,

    /// <summary>Somebody is reading it.</summary>
    UnderReview,

    /// <summary>Sent back.</summary>
    ReviseAndResubmit,

    /// <summary>The owner decides.</summary>
    PendingOwnerApproval,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Approved with changes that the lines carry.</summary>
    ApprovedAsNoted,

    /// <summary>Deleted, abandoned or rejected for good.</summary>
    Void,
}
