namespace PowerIntegration.Gateway.Intake;

/// <summary>An event of the inbox with its project.</summary>
/// <param name="EventId">The event.</param>
/// <param name="RecordType">Value of the choice <c>pint_recordtype</c>, or null.</param>
/// <param name="ProcoreId">The record that changed, or null where the list did not say.</param>
/// <param name="ChangedOn">When it changed, as the list said, or null.</param>
/// <param name="Attempts">How often it was read.</param>
/// <param name="Project">Its project; null where it was deleted.</param>
internal sealed record InboundRecord(
    Guid EventId,
    int? RecordType,
    string? ProcoreId,
    DateTimeOffset? ChangedOn,
    int Attempts,
    SourceProject? Project
)
{
    /// <summary>The record, once the reader has required it.</summary>
    public string Record => ProcoreId ?? throw new InvalidOperationException("The record is checked before it is read.");

    /// <summary>The project, once the reader has required it.</summary>
    public SourceProject Home => Project ?? throw new InvalidOperationException("The project is checked before a record is read.");
}
