namespace PowerIntegration.Local.Procore.Billing;

/// <summary>One changed field.</summary>
/// <param name="Column">The field.</param>
/// <param name="OldValue">Before.</param>
/// <param name="NewValue">After.</param>
/// <param name="ReferenceId">The record.</param>
/// <param name="ReferenceType">Its kind.</param>
internal sealed record HistoryChange(string Column, string? OldValue, string? NewValue, long ReferenceId, string ReferenceType);
