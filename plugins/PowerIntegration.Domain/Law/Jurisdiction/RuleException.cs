namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>A controller's decision that a rule does not apply to a contract, although its conditions match.</summary>
/// <param name="RuleKey">The rule.</param>
/// <param name="Reason">Why it does not apply; shown wherever the rule would have given a warning.</param>
public sealed record RuleException(string RuleKey, string Reason);
