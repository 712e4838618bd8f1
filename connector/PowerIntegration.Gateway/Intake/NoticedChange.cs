namespace PowerIntegration.Gateway.Intake;

/// <summary>A change of a record seen in Procore.</summary>
/// <param name="Key">Key of its event.</param>
/// <param name="ProcoreId">The record, or null where Procore's list did not say it.</param>
/// <param name="ChangedOn">When Procore changed it, or when it was noticed.</param>
/// <param name="Fault">What cannot be read of its row in the list; null where all can.</param>
internal sealed record NoticedChange(string Key, string? ProcoreId, DateTimeOffset ChangedOn, string? Fault);
