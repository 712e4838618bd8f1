namespace PowerIntegration.Gateway.Submission;

/// <summary>Which document to send.</summary>
/// <param name="DocumentId">Id of a <c>pint_document</c> row.</param>
internal sealed record SubmitRequest(string? DocumentId);
