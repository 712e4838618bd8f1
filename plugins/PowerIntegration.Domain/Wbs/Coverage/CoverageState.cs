namespace PowerIntegration.Domain.Wbs.Coverage;

/// <summary>Whether a code has exactly one valid coding on a day.</summary>
public enum CoverageState
{
    /// <summary>Exactly one coding, and nothing against it.</summary>
    Covered,

    /// <summary>Two or more equally specific rules fit.</summary>
    Ambiguous,

    /// <summary>No valid coding on the day, but there was one on an earlier day.</summary>
    Stale,

    /// <summary>No valid coding, and never one before.</summary>
    Uncovered,
}
