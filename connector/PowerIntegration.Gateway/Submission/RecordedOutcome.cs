namespace PowerIntegration.Gateway.Submission;

/// <summary>What <c>pint_RecordOutcome</c> made of an outcome.</summary>
/// <param name="State">State of the document.</param>
/// <param name="ReasonCode">Why it is not posted, or null.</param>
/// <param name="Message">A sentence.</param>
/// <param name="ReleasedDocuments">How many documents that waited go on now.</param>
/// <param name="ReleasedAmount">What they pay, in the currency of the document.</param>
internal sealed record RecordedOutcome(string State, string? ReasonCode, string Message, int ReleasedDocuments, decimal ReleasedAmount);
