using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>What the law of the place has to say about a document.</summary>
/// <param name="Refusal">Why the document waits; null where it may go on.</param>
/// <param name="Warnings">What a person should know.</param>
/// <param name="RuleKey">The rule that was applied or spoken of; null where there was none.</param>
public sealed record RuleVerdict(Refusal? Refusal, IReadOnlyList<string> Warnings, string? RuleKey);
