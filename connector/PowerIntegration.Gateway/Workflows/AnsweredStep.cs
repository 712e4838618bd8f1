using PowerIntegration.Domain.Approvals;

namespace PowerIntegration.Gateway.Workflows;

/// <summary>What became of passing a decision on.</summary>
/// <param name="ApprovalId">The request for approval.</param>
/// <param name="Answer">Whether the step was answered.</param>
/// <param name="Message">A sentence for the run history.</param>
internal sealed record AnsweredStep(Guid ApprovalId, WorkflowAnswer Answer, string Message);
