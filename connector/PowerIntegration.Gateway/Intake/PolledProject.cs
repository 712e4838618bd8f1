namespace PowerIntegration.Gateway.Intake;

/// <summary>A project whose records are polled.</summary>
/// <param name="Project">The project.</param>
/// <param name="CutoverOn">Day from which its changes count, or null.</param>
/// <param name="WorkflowReadOn">When it was last read whether Procore has a workflow for its records, or null.</param>
/// <param name="Cursors">How far each source was read, by the key of the cursor.</param>
internal sealed record PolledProject(
    SourceProject Project,
    DateTime? CutoverOn,
    DateTimeOffset? WorkflowReadOn,
    IReadOnlyDictionary<string, PollCursor> Cursors
)
{
    /// <summary>When one of its sources was last tried; null where one never was.</summary>
    public DateTimeOffset? ReadOn => Cursors.Count == 0 ? null : Cursors.Values.Min(cursor => cursor.ReadOn);
}
