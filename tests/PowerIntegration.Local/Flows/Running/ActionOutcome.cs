using System.Text.Json.Nodes;
using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>What running an action gave.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Code">A stable word.</param>
/// <param name="Inputs">What it was given, evaluated.</param>
/// <param name="Outputs">What it gave.</param>
/// <param name="Error">Why it did not succeed.</param>
internal sealed record ActionOutcome(ActionStatus Status, string Code, JsonNode? Inputs, JsonNode? Outputs, FlowError? Error)
{
    /// <summary>Results of the first-level actions inside, for all passes of a loop.</summary>
    public IReadOnlyList<ActionResult> Children { get; init; } = [];

    /// <summary>Calls made to a connector.</summary>
    public int Calls { get; init; }

    /// <summary>It did what it should.</summary>
    public static ActionOutcome Success(JsonNode? inputs, JsonNode? outputs) => new(ActionStatus.Succeeded, "OK", inputs, outputs, null);

    /// <summary>It failed.</summary>
    public static ActionOutcome Failure(JsonNode? inputs, FlowError error) => new(ActionStatus.Failed, error.Code, inputs, null, error);

    /// <summary>Something inside it failed.</summary>
    public static FlowError InnerFailure { get; } = new("ActionFailed", "An action failed. No dependent actions succeeded.");
}
