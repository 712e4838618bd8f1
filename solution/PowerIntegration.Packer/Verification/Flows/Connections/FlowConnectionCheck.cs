using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Reading;

namespace PowerIntegration.Packer.Verification.Flows.Connections;

/// <summary>A flow reaches connectors by declared connection references that point at the connector which the flow means.</summary>
internal static class FlowConnectionCheck
{
    /// <summary>What is wrong in a flow.</summary>
    /// <param name="model">The flow.</param>
    /// <param name="solution">The solution that declares its connection references.</param>
    public static IEnumerable<Finding> Find(FlowModel model, UnpackedSolution solution) =>
        from connection in model.Flow.Connections
        from fault in Connection(model, solution, connection.Value)
        select model.Flow.Says($"connectionReferences/{connection.Key}/{fault.Place}", fault.Sentence);

    private static IEnumerable<(string Place, string Sentence)> Connection(FlowModel model, UnpackedSolution solution, JsonNode? connection) =>
        [.. Reference(solution, connection), .. LogicalName(model, connection), .. Source(model, connection)];

    private static IEnumerable<(string Place, string Sentence)> Reference(UnpackedSolution solution, JsonNode? connection)
    {
        string name = connection.Walk("connection", "connectionReferenceLogicalName").Text() ?? "";
        string api = connection.Walk("api", "name").Text() ?? "";
        SourceElement? reference = ConnectionReferences.In(solution).FirstOrDefault(candidate => ConnectionReferences.NameOf(candidate) == name);
        if (reference is null)
        {
            yield return (
                "connection/connectionReferenceLogicalName",
                $"The connection reference '{name}' is not declared in Other/Customizations.xml. Declare it or correct the name."
            );
        }
        else if (ConnectionReferences.ApiOf(reference) != api)
        {
            yield return (
                "connection/connectionReferenceLogicalName",
                $"The connection reference '{name}' points at {ConnectionReferences.ApiOf(reference)}, and the flow uses {api}. Name another one."
            );
        }
    }

    private static IEnumerable<(string Place, string Sentence)> LogicalName(FlowModel model, JsonNode? connection)
    {
        string api = connection.Walk("api", "name").Text() ?? "";
        string? logicalName = connection.Walk("api", "logicalName").Text();
        if (model.Connectors.FirstOrDefault(connector => connector.HasApiName(api)) is not { } custom)
        {
            if (logicalName is not null)
            {
                yield return (
                    "api/logicalName",
                    $"The logical name '{logicalName}' belongs to a custom connector, and {api} is none of these solutions. Remove it."
                );
            }
        }
        else if (logicalName != custom.Name)
        {
            yield return (
                "api/logicalName",
                $"A custom connector is named by api/logicalName too; its API name differs in each environment. "
                    + $"The value is '{logicalName}'; write {custom.Name}."
            );
        }
    }

    // A connection of the caller needs a caller: a person or another flow.
    private static IEnumerable<(string Place, string Sentence)> Source(FlowModel model, JsonNode? connection)
    {
        bool isOfCaller = connection.Member("runtimeSource").Text() == "invoker";
        if (isOfCaller && model.Flow.Triggers.All(trigger => trigger.Value.Member("type").Text() != "Request"))
        {
            yield return ("runtimeSource", "The value is invoker, and the trigger of this flow has no caller. Write embedded.");
        }
    }
}
