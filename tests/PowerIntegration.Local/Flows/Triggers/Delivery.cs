using System.Text.Json.Nodes;
using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Triggers;

/// <summary>What a trigger delivered for a flow.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Outputs">The trigger's outputs.</param>
internal sealed record Delivery(FlowDefinition Flow, JsonObject Outputs);
