namespace PowerIntegration.Local.Flows.Running;

/// <summary>Tells of a run.</summary>
/// <param name="run">The run.</param>
public sealed class FlowRunEventArgs(FlowRun run) : EventArgs
{
    /// <summary>The run.</summary>
    public FlowRun Run { get; } = run;
}
