namespace PowerIntegration.Domain.Stalled;

/// <summary>What lets a stalled record go on.</summary>
public enum StalledStep
{
    /// <summary>Nothing does, or nothing has to.</summary>
    None,

    /// <summary>Read it from its source again, then prepare it.</summary>
    Read,

    /// <summary>Prepare it.</summary>
    Prepare,

    /// <summary>Submit it.</summary>
    Submit,
}
