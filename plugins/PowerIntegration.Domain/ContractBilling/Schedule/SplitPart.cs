namespace PowerIntegration.Domain.ContractBilling.Schedule;

/// <summary>One of the new lines of a split line.</summary>
/// <param name="LineId">Stable id of the new line.</param>
/// <param name="ScheduledValue">Its scheduled value.</param>
/// <param name="Gross">Its part of the posted gross; null for all parts divides by scheduled value.</param>
/// <param name="Coding">Its coding; null keeps the split line's.</param>
public sealed record SplitPart(string LineId, decimal ScheduledValue, decimal? Gross, string? Coding);
