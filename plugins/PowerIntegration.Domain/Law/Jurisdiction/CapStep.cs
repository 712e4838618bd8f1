namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>A reduction once a share of the contract is complete.</summary>
/// <param name="Threshold">Share of the contract sum to date, 0.5 for one half; reached counts as passed.</param>
/// <param name="RateAfter">Fraction that may be held from then on; null only where the reading is <see cref="CapStepReading.Unstated"/>.</param>
/// <param name="Reading">What the reduced rate is for.</param>
public sealed record CapStep(decimal Threshold, decimal? RateAfter, CapStepReading Reading);
