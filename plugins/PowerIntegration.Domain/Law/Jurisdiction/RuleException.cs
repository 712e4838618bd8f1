namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>A controller's finding that a rule does not apply to a contract, although its conditions fit.</summary>
/// <param name="RuleKey">The rule.</param>
/// <param name="Reason">Why it does not apply; shown wherever the rule would have spoken.</param>
public sealed record RuleException(string RuleKey, string Reason);
