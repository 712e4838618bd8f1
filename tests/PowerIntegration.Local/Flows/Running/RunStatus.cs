namespace PowerIntegration.Local.Flows.Running;

/// <summary>Where a run is.</summary>
public enum RunStatus
{
    /// <summary>Under way.</summary>
    Running,

    /// <summary>Every last action succeeded, or a Terminate said so.</summary>
    Succeeded,

    /// <summary>A last action failed, or a Terminate said so.</summary>
    Failed,

    /// <summary>A Terminate canceled it.</summary>
    Cancelled,
}
