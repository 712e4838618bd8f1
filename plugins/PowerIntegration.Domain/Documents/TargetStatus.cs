namespace PowerIntegration.Domain.Documents;

/// <summary>What the target system says of one record that a document made.</summary>
/// <param name="DocumentId">Row id of the document.</param>
/// <param name="Validation">Validation status, in the system's words.</param>
/// <param name="Approval">Approval status.</param>
/// <param name="Paid">Payment status.</param>
public sealed record TargetStatus(Guid DocumentId, string Validation, string Approval, string Paid);
