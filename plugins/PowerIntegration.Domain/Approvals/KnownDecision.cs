namespace PowerIntegration.Domain.Approvals;

/// <summary>What a person decided about frozen content of the same record, in this or in another revision of it.</summary>
/// <param name="ContentHash">Hash of the content.</param>
/// <param name="State">Approved or Rejected.</param>
/// <param name="Who">Name of the person.</param>
/// <param name="Comments">What the person wrote with it; null where nothing.</param>
public sealed record KnownDecision(string ContentHash, ApprovalState State, string Who, string? Comments);
