namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>What became of a draft.</summary>
internal enum DraftState
{
    /// <summary>It was entered.</summary>
    Drafted,

    /// <summary>The same rule is already there.</summary>
    Unchanged,

    /// <summary>Nothing was entered.</summary>
    Refused,
}
