using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Connectors;

/// <summary>A connector that can start flows.</summary>
public interface ITriggerConnector : IConnector
{
    /// <summary>Subscribes a flow's webhook trigger.</summary>
    /// <param name="operationId">The trigger operation.</param>
    /// <param name="parameters">Resolved flat parameters, such as <c>subscriptionRequest/message</c>.</param>
    /// <param name="deliver">Takes one trigger body; it must only store it and return.</param>
    /// <returns>Ends the subscription when disposed.</returns>
    /// <exception cref="ConnectorRefusalException">The trigger operation or a parameter is unknown or not implemented.</exception>
    IDisposable Subscribe(string operationId, JsonObject parameters, Action<JsonObject> deliver);
}
