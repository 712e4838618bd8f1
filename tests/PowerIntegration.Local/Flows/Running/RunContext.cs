using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>What all actions of one run share.</summary>
internal sealed class RunContext(FlowRun run, FlowServices services)
{
    private int executedActions;

    /// <summary>The run.</summary>
    public FlowRun Run { get; } = run;

    /// <summary>What every run uses.</summary>
    public FlowServices Services { get; } = services;

    /// <summary>The variables.</summary>
    public VariableStore Variables { get; } = new();

    /// <summary>Set once a Terminate or a limit ends the run; nothing starts afterwards.</summary>
    public RunEnd? End { get; private set; }

    /// <summary>Ends the run; the first end counts.</summary>
    public void EndWith(RunStatus status, FlowError? error) => End ??= new RunEnd(status, error);

    /// <summary>Counts an action and ends the run when there are too many.</summary>
    public void CountAction()
    {
        if (Interlocked.Increment(ref executedActions) >= Services.Settings.MaximumActionsPerRun)
        {
            EndWith(
                RunStatus.Failed,
                new FlowError("ActionLimitReached", $"The run was stopped after {Services.Settings.MaximumActionsPerRun} actions.")
            );
        }
    }

    /// <summary>How a run was ended before its last action.</summary>
    internal sealed record RunEnd(RunStatus Status, FlowError? Error)
    {
        /// <summary>The status of the scopes that the end interrupts.</summary>
        public ActionStatus ScopeStatus => Status == RunStatus.Succeeded ? ActionStatus.Succeeded : ActionStatus.Cancelled;
    }
}
