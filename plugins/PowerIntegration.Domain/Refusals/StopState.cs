namespace PowerIntegration.Domain.Refusals;

/// <summary>How a document that may not go on is stopped.</summary>
public enum StopState
{
    /// <summary>Resumes by itself when its cause goes.</summary>
    Held,

    /// <summary>Needs a person.</summary>
    Refused,
}
