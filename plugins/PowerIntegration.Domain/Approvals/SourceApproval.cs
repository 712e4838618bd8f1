namespace PowerIntegration.Domain.Approvals;

/// <summary>The approval of one record in Procore.</summary>
/// <param name="Subject">How sentences name the record.</param>
/// <param name="Status">Procore's status; null where it gave none.</param>
/// <param name="ApproverName">Who approved it there; null where the change history has no approver.</param>
/// <param name="ApprovedOn">When; UTC. Null where the change history has no time.</param>
public sealed record SourceApproval(string Subject, string? Status, string? ApproverName, DateTime? ApprovedOn);
