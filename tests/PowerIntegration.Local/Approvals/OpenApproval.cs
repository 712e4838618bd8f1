namespace PowerIntegration.Local.Approvals;

/// <summary>An approval that waits for the answer of one person.</summary>
/// <param name="ApprovalId">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Details">What the person reads, in Markdown; empty for nothing.</param>
/// <param name="ItemLink">A link to what is approved, or null.</param>
/// <param name="ItemLinkDescription">The words of the link, or null.</param>
/// <param name="AskedBy">Full name of the user whose connection asked.</param>
/// <param name="AskedOn">When the person was asked.</param>
/// <param name="MayReassign">Whether the person may give it to another.</param>
public sealed record OpenApproval(
    Guid ApprovalId,
    string Title,
    string Details,
    string? ItemLink,
    string? ItemLinkDescription,
    string AskedBy,
    DateTimeOffset AskedOn,
    bool MayReassign
);
