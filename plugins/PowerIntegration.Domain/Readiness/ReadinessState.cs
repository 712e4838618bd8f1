namespace PowerIntegration.Domain.Readiness;

/// <summary>How ready a project is. The order is from the best to the worst.</summary>
public enum ReadinessState
{
    /// <summary>Nothing is undecided.</summary>
    Ready,

    /// <summary>A person has to decide, and no document waits for it yet.</summary>
    Undecided,

    /// <summary>Documents that are already here cannot go on before a person decides.</summary>
    Blocked,
}
