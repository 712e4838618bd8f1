using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>The result of a legal rule for a document.</summary>
/// <param name="Refusal">Why the document waits; null where it may continue.</param>
/// <param name="Warnings">What a person should know.</param>
/// <param name="RuleKey">The rule that was applied or gave a warning; null where there was none.</param>
public sealed record RuleVerdict(Refusal? Refusal, IReadOnlyList<string> Warnings, string? RuleKey);
