using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Platform;
using PowerIntegration.Packer.Verification.Flows.Reading;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Calls;

/// <summary>A call of a connector of Microsoft names an operation and parameters of the closed list, with values that they take.</summary>
internal static class PlatformCallCheck
{
    /// <summary>What is wrong with a call.</summary>
    public static IEnumerable<JsonFault> Find(PlatformConnector connector, CallPlace call)
    {
        if (connector.Operation(call.OperationId) is not { } operation)
        {
            string known = string.Join(", ", connector.Operations.Select(candidate => candidate.Id));
            return
            [
                new JsonFault(
                    "host/operationId",
                    $"The operation '{call.OperationId}' of {connector.ApiName} is not supported here. Known are {known}."
                ),
            ];
        }

        return [.. Kind(call), .. Missing(operation, call), .. Given(operation, call), .. Location(call)];
    }

    private static IEnumerable<JsonFault> Kind(CallPlace call)
    {
        if (call.IsTrigger || call.Kind != "OpenApiConnection")
        {
            yield return new JsonFault(
                "host/operationId",
                $"The operation {call.OperationId} does not go with {(call.IsTrigger ? "a trigger" : "an action")} of type {call.Kind}. Correct one."
            );
        }
    }

    private static IEnumerable<JsonFault> Missing(PlatformOperation operation, CallPlace call) =>
        operation
            .Parameters.Where(parameter => parameter.IsRequired && !call.Parameters.ContainsKey(parameter.Name))
            .Select(parameter => NotGiven(parameter.Name));

    private static IEnumerable<JsonFault> Given(PlatformOperation operation, CallPlace call)
    {
        foreach ((string name, System.Text.Json.Nodes.JsonNode? value) in call.Parameters)
        {
            PlatformParameter? parameter = operation.Parameters.FirstOrDefault(candidate => candidate.Name == name);
            string? fault = parameter is null
                ? $"The parameter {name} is unknown in {operation.Id}. Known are {string.Join(", ", operation.Parameters.Select(one => one.Name))}."
                : ValueFit.Required(parameter.Shape, value, call.Place, parameter.IsRequired);
            if (fault is not null)
            {
                yield return new JsonFault($"parameters/{name}", fault);
            }
        }
    }

    // Where Teams posts says which parameters name the place.
    private static IEnumerable<JsonFault> Location(CallPlace call)
    {
        string location = call.Parameters[PlatformConnector.Location].Text() ?? "";
        if (!PlatformConnector.ByLocation.TryGetValue(location, out string[]? needed))
        {
            return [];
        }

        return
        [
            .. needed.Where(name => !call.Parameters.ContainsKey(name)).Select(NotGiven),
            .. PlatformConnector
                .ByLocation.Values.SelectMany(names => names)
                .Where(name => call.Parameters.ContainsKey(name) && !needed.Contains(name))
                .Select(name => new JsonFault($"parameters/{name}", $"The location '{location}' has no parameter {name}. Remove it.")),
        ];
    }

    private static JsonFault NotGiven(string name) => new($"parameters/{name}", $"The required parameter {name} is not given. Add it.");
}
