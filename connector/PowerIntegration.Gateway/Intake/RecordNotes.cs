namespace PowerIntegration.Gateway.Intake;

/// <summary>Columns of a document that every read writes again, until the document is final.</summary>
/// <param name="Columns">Columns with their values.</param>
/// <param name="Unasked">Why something could not be asked, so that the record is read again; null where all was.</param>
internal sealed record RecordNotes(IReadOnlyDictionary<string, object?> Columns, string? Unasked);
