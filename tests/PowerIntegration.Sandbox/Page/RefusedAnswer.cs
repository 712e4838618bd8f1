namespace PowerIntegration.Sandbox.Page;

/// <summary>An answer that the approvals service did not take.</summary>
/// <param name="ApprovalId">What was answered.</param>
/// <param name="Comment">What the person typed.</param>
/// <param name="Sentence">Why it was not taken.</param>
internal sealed record RefusedAnswer(Guid ApprovalId, string Comment, string Sentence);
