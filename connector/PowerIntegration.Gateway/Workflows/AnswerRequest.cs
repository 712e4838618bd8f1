namespace PowerIntegration.Gateway.Workflows;

/// <summary>Whose decision to pass on.</summary>
/// <param name="ApprovalId">Id of a <c>pint_approval</c> row.</param>
internal sealed record AnswerRequest(string? ApprovalId);
