using System.Text.Json.Nodes;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>Checks before any run that every connector operation of the flows exists and knows the parameters it gets.</summary>
public static class FlowBinding
{
    /// <summary>Checks flows against connectors.</summary>
    /// <exception cref="FlowDefinitionException">A flow names a connector, an operation or a parameter that does not exist.</exception>
    public static void Check(IEnumerable<FlowDefinition> flows, IReadOnlyDictionary<string, IConnector> connectors)
    {
        foreach (var flow in flows)
        {
            if (flow.Trigger is TriggerDefinition.Webhook trigger)
            {
                Check(flow, connectors, trigger.Name, trigger.ConnectionName, trigger.OperationId, trigger.Parameters);
            }

            foreach (var action in flow.AllActions().OfType<ActionDefinition.Connector>())
            {
                Check(flow, connectors, action.Name, action.ConnectionName, action.OperationId, action.Parameters);
            }
        }
    }

    private static void Check(
        FlowDefinition flow,
        IReadOnlyDictionary<string, IConnector> connectors,
        string owner,
        string connection,
        string operationId,
        JsonObject parameters
    )
    {
        var apiName = flow.Connections[connection].ApiName;
        if (!connectors.TryGetValue(apiName, out var connector))
        {
            throw new FlowDefinitionException(
                $"{flow.File}: '{owner}' uses the connector '{apiName}', which is not bound. Bound are: "
                    + $"{string.Join(", ", connectors.Keys.Order(StringComparer.Ordinal))}."
            );
        }

        try
        {
            connector.Check(operationId, [.. parameters.Select(parameter => parameter.Key)]);
        }
        catch (ConnectorRefusalException refusal)
        {
            throw new FlowDefinitionException($"{flow.File}: '{owner}': {refusal.Message}", refusal);
        }
    }
}
