using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Reading;

namespace PowerIntegration.Packer.Verification.Flows.Calls;

/// <summary>One call of a connector: by an action or by the trigger.</summary>
/// <param name="Name">Name of the action or the trigger.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Place">Where its parameters are evaluated.</param>
internal sealed record CallPlace(string Name, string Kind, JsonNode? Inputs, ReadingPlace Place)
{
    /// <summary>True where the trigger makes the call.</summary>
    public bool IsTrigger => Place.Step is null;

    /// <summary>Where the call goes.</summary>
    public JsonNode? Host => Inputs.Member("host");

    /// <summary>The operation.</summary>
    public string OperationId => Host.Member("operationId").Text() ?? "";

    /// <summary>The parameters by name.</summary>
    public JsonObject Parameters => Inputs.Member("parameters").Members();

    /// <summary>All calls of a flow.</summary>
    public static IEnumerable<CallPlace> Of(FlowModel model) =>
        model
            .Flow.Triggers.Select(trigger => new CallPlace(
                trigger.Key,
                trigger.Value.Member("type").Text() ?? "",
                trigger.Value.Member("inputs"),
                new ReadingPlace(model, null, false, null)
            ))
            .Concat(model.Flow.Steps.Select(step => new CallPlace(step.Name, step.Kind, step.Node["inputs"], ReadingPlace.In(model, step))))
            .Where(call => call.Kind is "OpenApiConnection" or "OpenApiConnectionWebhook");
}
