namespace PowerIntegration.Domain.Approvals;

/// <summary>What an answer does.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Sentence">Says so, and why where it does nothing.</param>
public sealed record AnswerVerdict(AnswerEffect Effect, string Sentence);
