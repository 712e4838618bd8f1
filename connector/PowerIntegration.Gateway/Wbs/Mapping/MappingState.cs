namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>What the mapping says of a code on a day.</summary>
internal enum MappingState
{
    /// <summary>Exactly one coding, by a rule that was made for it.</summary>
    Covered,

    /// <summary>Exactly one coding, by a rule that takes every code.</summary>
    CatchAll,

    /// <summary>No coding, but there was one on an earlier day.</summary>
    Stale,

    /// <summary>Several rules fit equally.</summary>
    Ambiguous,

    /// <summary>No coding.</summary>
    Uncovered,
}
