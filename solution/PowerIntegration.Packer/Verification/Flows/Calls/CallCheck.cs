using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Platform;
using PowerIntegration.Packer.Verification.Flows.Reading;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Flows.Calls;

/// <summary>Calls go over a declared connection to an operation that exists, with parameters that it has.</summary>
internal static class CallCheck
{
    private const string Apis = "/providers/Microsoft.PowerApps/apis/";

    /// <summary>What is wrong in a flow.</summary>
    public static IEnumerable<Finding> Find(FlowModel model) =>
        CallPlace
            .Of(model)
            .SelectMany(call => Call(model, call).Select(fault => model.Flow.Says($"{call.Name}/inputs/{fault.Place}", fault.Sentence)));

    private static IEnumerable<JsonFault> Call(FlowModel model, CallPlace call)
    {
        string connection = call.Host.Member("connectionName").Text() ?? "";
        if (!model.Flow.Connections.ContainsKey(connection))
        {
            return
            [
                new JsonFault(
                    "host/connectionName",
                    $"The connection '{connection}' is not among the flow's connectionReferences. Add it or correct the name."
                ),
            ];
        }

        string api = model.ApiOf(call.Host);
        return [.. Address(call, api), .. Operation(model, call, api)];
    }

    private static IEnumerable<JsonFault> Operation(FlowModel model, CallPlace call, string api)
    {
        if (api == FlowModel.DataverseApi)
        {
            return DataverseCallCheck.Find(model.Dataverse, call);
        }

        return PlatformConnector.Find(api) is { } platform ? PlatformCallCheck.Find(platform, call) : Custom(model, call, api);
    }

    private static IEnumerable<JsonFault> Address(CallPlace call, string api)
    {
        if (call.Host.Member("apiId").Text() != Apis + api)
        {
            yield return new JsonFault(
                "host/apiId",
                $"The apiId is {call.Host.Member("apiId").Show()}, and the connection goes to {api}. Write {Apis}{api}."
            );
        }
    }

    private static IEnumerable<JsonFault> Custom(FlowModel model, CallPlace call, string api)
    {
        if (model.ConnectorOf(call.Host) is not { } connector)
        {
            return
            [
                new JsonFault(
                    "host/connectionName",
                    $"The API '{api}' is neither Dataverse, Approvals, Teams nor a connector of these solutions, so its operations cannot be checked."
                ),
            ];
        }

        return model.OperationOf(call.Host) is { } operation
            ? ConnectorCallCheck.Find(connector, operation, call)
            : [new JsonFault("host/operationId", $"The connector {connector.Name} has no operation '{call.OperationId}'. Correct the name.")];
    }
}
