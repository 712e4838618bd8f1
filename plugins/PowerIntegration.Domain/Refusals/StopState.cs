namespace PowerIntegration.Domain.Refusals;

/// <summary>How a document is stopped.</summary>
public enum StopState
{
    /// <summary>Resumes automatically when its cause clears.</summary>
    Held,

    /// <summary>Needs a person.</summary>
    Refused,
}
