namespace PowerIntegration.Gateway.Intake;

/// <summary>A project whose invoices are polled.</summary>
/// <param name="Id">Its row.</param>
/// <param name="ProcoreId">Procore's id.</param>
/// <param name="CursorId">Row of its cursor, or null before the first poll.</param>
/// <param name="Watermark">Up to where changes were read, or null before the first poll.</param>
/// <param name="ReadOn">When it was last read to the end.</param>
internal sealed record PolledProject(Guid Id, string ProcoreId, Guid? CursorId, DateTimeOffset? Watermark, DateTimeOffset? ReadOn);
