using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Gateway.Submission;

/// <summary>What the gateway reports of one submission.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="ReadBack">What the target system says, as a JSON list; null where nothing was read.</param>
/// <param name="Answers">What the system answered to everything that was sent, to be kept; null where nothing was sent.</param>
/// <param name="ReasonCode">Why it is not finished, or null.</param>
/// <param name="Message">The cause in a sentence, or null.</param>
internal sealed record OutcomeReport(SubmissionOutcome Outcome, string? ReadBack, string? Answers, string? ReasonCode, string? Message);
