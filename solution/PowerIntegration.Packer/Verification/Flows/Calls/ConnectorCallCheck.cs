using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Reading;
using PowerIntegration.Packer.Verification.Flows.Typing;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Calls;

/// <summary>A call of a custom connector gives what its operation requires and nothing that it does not have.</summary>
internal static class ConnectorCallCheck
{
    // Bodies of connectors are shallow; a schema that holds itself ends here.
    private const int DeepestBody = 8;

    /// <summary>What is wrong with a call.</summary>
    public static IEnumerable<JsonFault> Find(ConnectorPackage connector, ConnectorOperation operation, CallPlace call) =>
        [.. Kind(connector, operation, call), .. Parameters([.. Known(connector, operation)], call)];

    private static IEnumerable<JsonFault> Kind(ConnectorPackage connector, ConnectorOperation operation, CallPlace call)
    {
        bool isTrigger = operation.Node.ContainsKey("x-ms-trigger");
        bool isWebhook = connector.Swagger.Walk("paths", operation.Path, "x-ms-notification-content") is not null;
        if (isTrigger != call.IsTrigger)
        {
            yield return new JsonFault(
                "host/operationId",
                $"The operation {operation.Id} is {(isTrigger ? "a trigger" : "no trigger")}. Choose another operation."
            );
        }

        if (isWebhook != (call.Kind == "OpenApiConnectionWebhook"))
        {
            yield return new JsonFault(
                "host/operationId",
                $"The operation {operation.Id} is called as {(isWebhook ? "OpenApiConnectionWebhook" : "OpenApiConnection")}. Correct the type."
            );
        }
    }

    private static IEnumerable<JsonFault> Parameters(IReadOnlyList<Parameter> known, CallPlace call)
    {
        foreach (Parameter missing in known.Where(parameter => parameter.IsRequired && !call.Parameters.ContainsKey(parameter.Name)))
        {
            yield return new JsonFault($"parameters/{missing.Name}", $"The required parameter {missing.Name} is not given. Add it.");
        }

        foreach (KeyValuePair<string, JsonNode?> given in call.Parameters)
        {
            Parameter? parameter = known.FirstOrDefault(candidate => candidate.Name == given.Key);
            string? fault = parameter is null
                ? $"The parameter {given.Key} does not exist in {call.OperationId}. It has {string.Join(", ", known.Select(entry => entry.Name))}."
                : ValueFit.Required(parameter.Shape, given.Value, call.Place, parameter.IsRequired);
            if (fault is not null)
            {
                yield return new JsonFault($"parameters/{given.Key}", fault);
            }
        }
    }

    private static IEnumerable<Parameter> Known(ConnectorPackage connector, ConnectorOperation operation)
    {
        foreach (JsonObject parameter in operation.AllParameters(connector.Swagger))
        {
            string name = parameter["name"].Text() ?? "";
            bool isRequired = parameter["required"].Flag() == true && !IsFilledIn(parameter);
            if (parameter["in"].Text() != "body")
            {
                yield return new Parameter(name, SchemaShape.Of(parameter, schema => schema, name), isRequired);
                continue;
            }

            foreach (Parameter member in Body(connector, name, parameter["schema"], isRequired, 0))
            {
                yield return member;
            }
        }
    }

    private static IEnumerable<Parameter> Body(ConnectorPackage connector, string name, JsonNode? schema, bool isRequired, int depth)
    {
        JsonNode? Resolve(JsonNode? node) => ConnectorOperation.Resolve(connector.Swagger, node);
        JsonNode? resolved = Resolve(schema);
        JsonObject properties = resolved.Member("properties").Members();
        if (properties.Count == 0 || depth == DeepestBody)
        {
            return [new Parameter(name, SchemaShape.Of(resolved, Resolve, name), isRequired)];
        }

        IReadOnlyList<string> required = resolved.Member("required").Texts();
        return properties
            .Where(property => Resolve(property.Value).Member("x-ms-notification-url") is null)
            .SelectMany(property =>
                Body(
                    connector,
                    $"{name}/{property.Key}",
                    property.Value,
                    isRequired && required.Contains(property.Key) && !IsFilledIn(Resolve(property.Value)),
                    depth + 1
                )
            );
    }

    // What is internal has a default that the platform sends.
    private static bool IsFilledIn(JsonNode? schema) => schema.Member("x-ms-visibility").Text() == "internal" && schema.Member("default") is not null;

    private sealed record Parameter(string Name, ValueShape Shape, bool IsRequired);
}
