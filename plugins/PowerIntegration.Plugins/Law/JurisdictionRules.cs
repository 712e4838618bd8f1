using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Plugins.Law;

/// <summary>The active rules of a place and its country. Invariant: where there is a refusal, there are no rules.</summary>
/// <param name="Rules">The rules; empty where one of them cannot be used, or none is known.</param>
/// <param name="Refusal">Which row cannot be used and why, or which two overlap; null where all can.</param>
internal sealed record JurisdictionRules(IReadOnlyList<JurisdictionRule> Rules, Refusal? Refusal);
