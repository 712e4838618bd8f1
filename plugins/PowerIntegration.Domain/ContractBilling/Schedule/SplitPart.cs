namespace PowerIntegration.Domain.ContractBilling.Schedule;

/// <summary>One line that a split line became.</summary>
/// <param name="LineId">Stable id of the new line.</param>
/// <param name="ScheduledValue">Its scheduled value.</param>
/// <param name="Gross">The posted gross that goes to it; null for all parts divides by scheduled value.</param>
/// <param name="Coding">Its coding; null keeps the split line's.</param>
public sealed record SplitPart(string LineId, decimal ScheduledValue, decimal? Gross, string? Coding);
