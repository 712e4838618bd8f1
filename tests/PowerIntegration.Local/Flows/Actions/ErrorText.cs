using System.Text.Json.Nodes;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Actions;

/// <summary>Finds the sentence in an error body.</summary>
internal static class ErrorText
{
    /// <summary>The message of the body, whichever usual place it has, else the status.</summary>
    public static string Of(ActionDefinition.Connector action, ConnectorResponse response)
    {
        var body = response.Body as JsonObject;
        var found =
            Values.TextOrNull((body?["error"] as JsonObject)?["message"])
            ?? Values.TextOrNull(body?["detail"])
            ?? Values.TextOrNull(body?["message"])
            ?? Values.TextOrNull(body?["title"])
            ?? Values.TextOrNull(response.Body);
        return found ?? $"The operation '{action.OperationId}' answered with status {response.StatusCode}.";
    }
}
