using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Approvals;

/// <summary>Why a document does not count as approved.</summary>
public static class ApprovalReasons
{
    /// <summary>No active ownership rule states where the document is approved.</summary>
    public static ReasonCode OwnershipMissing { get; } = new("ownership-missing", StopState.Held, 50);

    /// <summary>Two equally specific ownership rules apply.</summary>
    public static ReasonCode OwnershipAmbiguous { get; } = new("ownership-ambiguous", StopState.Held, 60);

    /// <summary>Procore shows no approver or no time of approval.</summary>
    public static ReasonCode ProcoreApprovalMissing { get; } = new("procore-approval-missing", StopState.Held, 150);

    /// <summary>Who created or submitted the document approved it.</summary>
    public static ReasonCode ApprovedBySubmitter { get; } = new("approved-by-submitter", StopState.Held, 151);

    /// <summary>No one may approve the document.</summary>
    public static ReasonCode ApproverMissing { get; } = new("approver-missing", StopState.Held, 152);

    /// <summary>Who approved the document in Procore has no authority for its amount.</summary>
    public static ReasonCode AboveAuthority { get; } = new("above-authority", StopState.Held, 153);

    /// <summary>The person who was asked rejected the content.</summary>
    public static ReasonCode ApprovalRejected { get; } = new("approval-rejected", StopState.Refused, 154);
}
