namespace PowerIntegration.Gateway.Intake;

/// <summary>A change of a record seen in Procore.</summary>
/// <param name="Key">Key of its event.</param>
/// <param name="ProcoreId">The record.</param>
/// <param name="ChangedOn">When Procore changed it.</param>
internal sealed record NoticedChange(string Key, string ProcoreId, DateTimeOffset ChangedOn);
