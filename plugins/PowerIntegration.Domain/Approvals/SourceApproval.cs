namespace PowerIntegration.Domain.Approvals;

/// <summary>The approval of one record in Procore.</summary>
/// <param name="Subject">How sentences name the record.</param>
/// <param name="Status">Procore's status; null where it gave none.</param>
/// <param name="Approver">Who approved it there; without a name where the change history has no approver.</param>
/// <param name="ApprovedOn">When; UTC. Null where the change history has no time.</param>
/// <param name="Creator">Who created the record.</param>
/// <param name="Submitter">Who submitted it for review.</param>
public sealed record SourceApproval(
    string Subject,
    string? Status,
    SourcePerson Approver,
    DateTime? ApprovedOn,
    SourcePerson Creator,
    SourcePerson Submitter
);
