using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>Bodies of the answers of custom connectors.</summary>
internal static class ConnectorOutputs
{
    /// <summary>Body of a successful answer, or of the notification of a webhook; unknown where the operation is.</summary>
    public static ValueShape Of(FlowModel model, JsonNode? host)
    {
        if (model.ConnectorOf(host) is not { } connector || model.OperationOf(host) is not { } operation)
        {
            return ValueShape.Unknown;
        }

        return SchemaShape.Of(
            connector.Swagger.Walk("paths", operation.Path, "x-ms-notification-content", "schema") ?? operation.SuccessSchema(connector.Swagger),
            schema => ConnectorOperation.Resolve(connector.Swagger, schema),
            $"the answer of {operation.Id}"
        );
    }

    /// <summary>
    /// Body of an error; null where the operation is unknown. Only one response has a schema, so errors are known by their examples.
    /// </summary>
    public static ValueShape? OfError(FlowModel model, JsonNode? host)
    {
        if (model.ConnectorOf(host) is not { } connector || model.OperationOf(host) is not { } operation)
        {
            return null;
        }

        string[] members =
        [
            .. operation
                .Responses.Where(response => response.Key is ['4' or '5', ..])
                .SelectMany(response => ConnectorOperation.Resolve(connector.Swagger, response.Value).Member("examples").Members())
                .SelectMany(example => example.Value.Members())
                .Select(member => member.Key)
                .Distinct(),
        ];
        return members.Length == 0
            ? ValueShape.Unknown
            : new MembersShape($"an error of {operation.Id}", members.Select(name => (name, ValueShape.Unknown)));
    }
}
