namespace PowerIntegration.Local.Flows.Definition;

/// <summary>How an action ended; runAfter names the first four.</summary>
public enum ActionStatus
{
    /// <summary>It did what it should.</summary>
    Succeeded,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It did not run.</summary>
    Skipped,

    /// <summary>It took longer than its limit.</summary>
    TimedOut,

    /// <summary>A Terminate ended the run while it was under way.</summary>
    Cancelled,
}
