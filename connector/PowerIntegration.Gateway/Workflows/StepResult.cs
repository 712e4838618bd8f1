using PowerIntegration.Domain.Approvals;

namespace PowerIntegration.Gateway.Workflows;

/// <summary>What a look at a workflow, or an answer to its step, came to.</summary>
/// <param name="Answer">Whether the decision is with Procore.</param>
/// <param name="Note">A sentence.</param>
/// <param name="Step">Id of the step occurrence; null where none is meant.</param>
internal sealed record StepResult(WorkflowAnswer Answer, string Note, string? Step = null);
