using System.Text.Json.Nodes;
using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>What can be chosen about the flow runtime.</summary>
public sealed record FlowRuntimeSettings
{
    /// <summary>How connector calls are repeated when the action says nothing.</summary>
    /// <value>Power Automate's default of the medium and high plans, which a custom connector needs anyway.</value>
    public RetryPolicy DefaultRetryPolicy { get; init; } = RetryPolicy.PremiumDefault;

    /// <summary>Actions in one run before it is stopped as failed.</summary>
    /// <value>100,000.</value>
    public int MaximumActionsPerRun { get; init; } = 100_000;

    /// <summary>Elements of one loop.</summary>
    /// <value>100,000, the limit outside the low plan.</value>
    public int MaximumLoopItems { get; init; } = 100_000;

    /// <summary>Runs in one pass of <c>FlowRuntime.RunDueAsync</c> before flows are taken to start each other without end.</summary>
    /// <value>10,000.</value>
    public int MaximumRunsPerPass { get; init; } = 10_000;

    /// <summary>Values of environment variables by schema name; they replace the defaults in the flows' parameters.</summary>
    /// <value>None.</value>
    public IReadOnlyDictionary<string, JsonNode?> EnvironmentVariables { get; init; } = new Dictionary<string, JsonNode?>();
}
