namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>The state of a coverage proof.</summary>
internal enum ProofState
{
    /// <summary>It waits to be made.</summary>
    Waiting,

    /// <summary>It is on its way.</summary>
    Running,

    /// <summary>Its result is there.</summary>
    Finished,

    /// <summary>It stopped; its message says why.</summary>
    Failed,
}
