namespace PowerIntegration.Gateway.Intake;

/// <summary>What reading an event did.</summary>
internal enum ReadOutcome
{
    /// <summary>Stored a new document, or a new revision of one.</summary>
    Created,

    /// <summary>Stored nothing: no relevant change since the newest revision.</summary>
    Exists,
}
