namespace PowerIntegration.Domain.ContractBilling.Terms;

/// <summary>One rule of a sliding scale: withhold at this rate until this total is held.</summary>
/// <param name="Rate">Fraction that is withheld.</param>
/// <param name="Limit">The most that is held when the rule ends.</param>
public sealed record SlidingScaleRule(decimal Rate, RetainageLimit Limit);
