using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Connectors;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>What every run uses.</summary>
/// <param name="Connectors">By portable API name, without case.</param>
/// <param name="Clock">Time and waits; limits are measured with it, never timed by it.</param>
/// <param name="Ids">Run ids, <c>guid()</c>, <c>rand()</c> and the spread of retries.</param>
/// <param name="Settings">What can be chosen.</param>
internal sealed record FlowServices(
    IReadOnlyDictionary<string, IConnector> Connectors,
    TimeProvider Clock,
    IIdSource Ids,
    FlowRuntimeSettings Settings
);
