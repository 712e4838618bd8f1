using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Dataverse;
using PowerIntegration.Packer.Verification.Flows.Order;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>A flow with everything around it that its expressions and calls can name.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Dataverse">Tables and custom APIs.</param>
/// <param name="Connectors">Custom connectors of all solutions.</param>
internal sealed record FlowModel(FlowSource Flow, DataverseModel Dataverse, IReadOnlyList<ConnectorPackage> Connectors)
{
    /// <summary>API name of the Dataverse connector.</summary>
    public const string DataverseApi = "shared_commondataserviceforapps";

    /// <summary>Which actions see which.</summary>
    public FlowOrder Order { get; } = new(Flow);

    /// <summary>The actions that make variables, by the name of the variable.</summary>
    public ILookup<string, (FlowStep Step, JsonNode? Variable)> Variables { get; } =
        Flow
            .Steps.Where(step => step.Kind == "InitializeVariable")
            .SelectMany(step => step.Node["inputs"].Member("variables").Items().Select(variable => (Step: step, Variable: variable)))
            .ToLookup(made => made.Variable.Member("name").Text() ?? "", StringComparer.OrdinalIgnoreCase);

    /// <summary>What each action gives; filled by <see cref="StepOutputs"/>.</summary>
    public Dictionary<FlowStep, ValueShape> Outputs { get; } = [];

    /// <summary>Name of the API that a call goes to; empty where the connection is not declared.</summary>
    public string ApiOf(JsonNode? host) => Flow.Connections[host.Member("connectionName").Text() ?? ""].Walk("api", "name").Text() ?? "";

    /// <summary>The custom connector that a call goes to, or null.</summary>
    public ConnectorPackage? ConnectorOf(JsonNode? host) => Connectors.FirstOrDefault(connector => connector.HasApiName(ApiOf(host)));

    /// <summary>The operation of a custom connector that a call goes to, or null.</summary>
    public ConnectorOperation? OperationOf(JsonNode? host) =>
        ConnectorOperation
            .Of(ConnectorOf(host)?.Swagger)
            .FirstOrDefault(operation => operation.Id.Length > 0 && operation.Id == host.Member("operationId").Text());
}
