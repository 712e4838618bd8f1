namespace PowerIntegration.Domain.Approvals;

/// <summary>Where a request for approval stands. The order is the order of the choice <c>pint_approvalstate</c>.</summary>
public enum ApprovalState
{
    /// <summary>Not asked yet.</summary>
    ToAsk,

    /// <summary>Asked; no answer yet.</summary>
    Asked,

    /// <summary>Approved by the person who was asked.</summary>
    Approved,

    /// <summary>Rejected by the person who was asked.</summary>
    Rejected,

    /// <summary>Ended without an answer that counts.</summary>
    Void,
}
