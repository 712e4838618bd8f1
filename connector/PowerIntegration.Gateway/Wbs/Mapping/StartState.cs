namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>What became of the start of a proof.</summary>
internal enum StartState
{
    /// <summary>The run waits to be made.</summary>
    Waiting,

    /// <summary>The same proof was on its way.</summary>
    Running,

    /// <summary>Nothing was started.</summary>
    Refused,
}
