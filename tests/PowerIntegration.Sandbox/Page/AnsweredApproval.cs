namespace PowerIntegration.Sandbox.Page;

/// <summary>An answer that a person gave.</summary>
/// <param name="ResponseId">Its id.</param>
/// <param name="ApprovalId">What was answered.</param>
/// <param name="Title">Title of the approval.</param>
/// <param name="Answer">Approve or Reject.</param>
/// <param name="Comments">What the person wrote with it; empty for nothing.</param>
/// <param name="AnsweredOn">When.</param>
internal sealed record AnsweredApproval(Guid ResponseId, Guid ApprovalId, string Title, string Answer, string Comments, DateTimeOffset AnsweredOn);
