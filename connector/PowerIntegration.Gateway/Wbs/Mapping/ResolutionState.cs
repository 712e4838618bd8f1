namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>Whether a code has a coding.</summary>
internal enum ResolutionState
{
    /// <summary>It has exactly one.</summary>
    Resolved,

    /// <summary>It has none, or several.</summary>
    Refused,
}
