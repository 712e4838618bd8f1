using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Dataverse;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>What the trigger of a flow gives.</summary>
internal static class TriggerOutputs
{
    /// <summary>Outputs of the flow's trigger.</summary>
    public static OutputsShape Of(FlowModel model)
    {
        (string name, JsonNode? trigger) = model.Flow.Triggers.Select(entry => (entry.Key, entry.Value)).FirstOrDefault();
        ValueShape body = Body(model, name, trigger);
        return OutputsShape.Of($"the trigger {name}", trigger.Member("splitOn") is null ? body : Split(body));
    }

    /// <summary>What the trigger gives before it is split into one run per entry.</summary>
    public static OutputsShape Whole(FlowModel model)
    {
        (string name, JsonNode? trigger) = model.Flow.Triggers.Select(entry => (entry.Key, entry.Value)).FirstOrDefault();
        return OutputsShape.Of($"the trigger {name}", Body(model, name, trigger));
    }

    private static ValueShape Body(FlowModel model, string name, JsonNode? trigger)
    {
        JsonNode? inputs = trigger.Member("inputs");
        JsonNode? host = inputs.Member("host");
        switch (trigger.Member("type").Text())
        {
            case "Recurrence":
                return new MembersShape($"the trigger {name}, which only gives the time,");
            case "Request":
                return SchemaShape.Of(inputs.Member("schema"), schema => schema, $"the input of {name}");
            case "OpenApiConnectionWebhook" when model.ApiOf(host) == FlowModel.DataverseApi:
                return DataverseOutputs.OfTrigger(model.Dataverse, inputs.Member("parameters").Members());
            default:
                return ConnectorOutputs.Of(model, host);
        }
    }

    // A list as the body, or the list under value, as connectors return it.
    private static ValueShape Split(ValueShape body) =>
        body switch
        {
            ListShape list => list.Entry,
            MembersShape members when members.Find("value") is ListShape list => list.Entry,
            _ => ValueShape.Unknown,
        };
}
