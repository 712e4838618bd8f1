namespace PowerIntegration.Audit.Contracts;

/// <summary>One rule of a sliding scale: withhold at the rate until the limit is held in all.</summary>
/// <param name="Rate">Parts of a million.</param>
/// <param name="Limit">What is held when the rule ends.</param>
public sealed record ScaleRule(int Rate, HeldLimit Limit);
