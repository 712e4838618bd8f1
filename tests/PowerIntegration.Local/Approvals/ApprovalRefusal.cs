namespace PowerIntegration.Local.Approvals;

/// <summary>Why the approvals service does not do what it is asked.</summary>
/// <param name="Code">The service's code.</param>
/// <param name="Sentence">For a person.</param>
public sealed record ApprovalRefusal(string Code, string Sentence);
