using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Dataverse;
using PowerIntegration.Packer.Verification.Flows.Platform;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>Shapes of what actions hand to those after them, by type of action.</summary>
internal static class StepOutputs
{
    private static readonly MembersShape DataverseError = new(
        "an error of Dataverse",
        ("error", new MembersShape("an error of Dataverse", ("code", ValueShape.Text), ("message", ValueShape.Text)))
    );

    private static readonly MembersShape Error = new("an error", ("code", ValueShape.Text), ("message", ValueShape.Text));

    /// <summary>What result gives: the records of the actions directly inside a scope.</summary>
    public static ValueShape Results { get; } = new ListShape(Record(ValueShape.Unknown));

    /// <summary>What actions gives: the record of an action.</summary>
    public static ValueShape Record(FlowModel model, FlowStep step) => Record(WithErrors(model, step) ?? ValueShape.Unknown);

    /// <summary>The record of an action or a trigger with these outputs.</summary>
    public static ValueShape Record(ValueShape outputs) =>
        new MembersShape(
            "the record of an action",
            [
                .. new[] { "name", "startTime", "endTime", "trackingId", "clientTrackingId", "code", "status" }.Select(name =>
                    (name, ValueShape.Text)
                ),
                ("inputs", ValueShape.Unknown),
                ("outputs", outputs),
                ("error", Error),
            ]
        );

    /// <summary>Outputs of an action that succeeded; null where its kind has none.</summary>
    public static ValueShape? Of(FlowModel model, FlowStep step)
    {
        if (model.Outputs.TryGetValue(step, out ValueShape? known))
        {
            return known;
        }

        // Until it is worked out nothing is known; so actions that read each other in a circle come to an end.
        model.Outputs[step] = ValueShape.Unknown;
        ValueShape? found = Find(model, step);
        if (found is null)
        {
            model.Outputs.Remove(step);
        }
        else
        {
            model.Outputs[step] = found;
        }

        return found;
    }

    /// <summary>Outputs of an action that may have failed: its body may be an error.</summary>
    public static ValueShape? WithErrors(FlowModel model, FlowStep step)
    {
        ValueShape? outputs = Of(model, step);
        if (outputs is not OutputsShape answer || ErrorBody(model, step) is not { } error)
        {
            return outputs;
        }

        ValueShape body =
            answer.Members.Find("body") is MembersShape members && error is MembersShape problem ? members.Or(problem) : ValueShape.Unknown;
        return OutputsShape.Of(answer.What, body);
    }

    /// <summary>Shape of an entry of the list that a loop goes over.</summary>
    public static ValueShape Entry(FlowModel model, FlowStep loop) => EntryOf(ShapeAt(model, loop, loop.Node["foreach"], null));

    /// <summary>Shape of an entry of the list that a filter or a selection takes.</summary>
    public static ValueShape EntryOfInput(FlowModel model, FlowStep step) => EntryOf(ShapeAt(model, step, step.Node["inputs"].Member("from"), null));

    private static ValueShape EntryOf(ValueShape list) => (list as ListShape)?.Entry ?? ValueShape.Unknown;

    private static ValueShape ShapeAt(FlowModel model, FlowStep step, JsonNode? value, ValueShape? item) =>
        new ExpressionVisit(ReadingPlace.In(model, step, item)).Value(value);

    private static ValueShape? Find(FlowModel model, FlowStep step)
    {
        JsonNode? inputs = step.Node["inputs"];
        switch (step.Kind)
        {
            case "OpenApiConnection" or "OpenApiConnectionWebhook":
                return OutputsShape.Of($"the answer of {step.Name}", CallBody(model, inputs));
            case "Workflow":
                return OutputsShape.Of($"the answer of {step.Name}", ValueShape.Unknown);
            case "Compose":
                return ShapeAt(model, step, inputs, null);
            case "ParseJson":
                return OutputsShape.Of(
                    $"the JSON of {step.Name}",
                    SchemaShape.Of(inputs.Member("schema"), schema => schema, $"the schema of {step.Name}")
                );
            case "Query":
                return OutputsShape.Of($"the rows of {step.Name}", ShapeAt(model, step, inputs.Member("from"), null));
            case "Select":
                return OutputsShape.Of($"the rows of {step.Name}", new ListShape(Selected(model, step)));
            case "Join" or "Table":
                return OutputsShape.Of($"the text of {step.Name}", ValueShape.Text);
            case "SetVariable" or "IncrementVariable" or "DecrementVariable" or "AppendToArrayVariable" or "AppendToStringVariable":
                return OutputsShape.Of(
                    step.Name,
                    new MembersShape($"the change of {step.Name}", ("name", ValueShape.Text), ("value", ValueShape.Unknown))
                );
            default:
                return null;
        }
    }

    private static ValueShape Selected(FlowModel model, FlowStep step)
    {
        ValueShape entry = EntryOfInput(model, step);
        return step.Node["inputs"].Member("select") switch
        {
            JsonObject map => new MembersShape(
                $"a row of {step.Name}",
                [.. map.Select(member => (member.Key, ShapeAt(model, step, member.Value, entry)))]
            ),
            var value => ShapeAt(model, step, value, entry),
        };
    }

    private static ValueShape CallBody(FlowModel model, JsonNode? inputs)
    {
        JsonNode? host = inputs.Member("host");
        string api = model.ApiOf(host);
        string? operationId = host.Member("operationId").Text();
        if (api == FlowModel.DataverseApi)
        {
            return DataverseOutputs.Of(model.Dataverse, operationId ?? "", inputs.Member("parameters").Members());
        }

        return PlatformConnector.Find(api)?.Operation(operationId)?.Answer ?? ConnectorOutputs.Of(model, host);
    }

    private static ValueShape? ErrorBody(FlowModel model, FlowStep step)
    {
        JsonNode? host = step.Node["inputs"].Member("host");
        string api = model.ApiOf(host);
        if (api == FlowModel.DataverseApi)
        {
            return DataverseError;
        }

        return PlatformConnector.Find(api) is null ? ConnectorOutputs.OfError(model, host) : PlatformConnector.Error;
    }
}
