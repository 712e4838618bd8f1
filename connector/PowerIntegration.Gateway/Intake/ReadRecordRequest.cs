namespace PowerIntegration.Gateway.Intake;

/// <summary>Which event to read.</summary>
/// <param name="EventId">Id of a <c>pint_inboundevent</c> row.</param>
internal sealed record ReadRecordRequest(string? EventId);
