using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>Values of a flow's parameters.</summary>
internal static class FlowParameters
{
    /// <summary>The environment variable's value if it has one, else the default in the flow.</summary>
    /// <exception cref="ExpressionException">No such parameter.</exception>
    public static JsonNode? Read(FlowDefinition flow, FlowRuntimeSettings settings, string name)
    {
        if (!flow.Parameters.TryGetValue(name, out var parameter))
        {
            throw new ExpressionException($"The flow '{flow.Name}' has no parameter '{name}'.");
        }

        return parameter.SchemaName is { } schemaName && settings.EnvironmentVariables.TryGetValue(schemaName, out var value)
            ? JsonText.Normalize(value)
            : parameter.DefaultValue;
    }
}
