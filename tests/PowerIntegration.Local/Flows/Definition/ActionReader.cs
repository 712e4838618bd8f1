using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Flows.Definition;

/// <summary>Reads actions; types and properties it does not support are refused.</summary>
internal static class ActionReader
{
    /// <summary>Reads an <c>actions</c> object; none when it is missing.</summary>
    /// <param name="parent">The object that holds it.</param>
    public static IReadOnlyList<ActionDefinition> ReadAll(DefinitionReader parent)
    {
        if (parent.OptionalChild("actions") is not { } actions)
        {
            return [];
        }

        return [.. actions.Names.ToList().Select(name => Read(name, actions.Child(name)))];
    }

    private static ActionDefinition Read(string name, DefinitionReader reader)
    {
        var header = HeaderReader.Read(name, reader);
        var action = Read(header, reader);
        reader.Complete();
        return action;
    }

    private static ActionDefinition Read(ActionHeader header, DefinitionReader reader) =>
        header.Type switch
        {
            "OpenApiConnection" => ConnectorReader.ReadAction(header, reader),
            "Scope" => new ActionDefinition.Scope(header, ReadAll(reader)),
            "If" => ControlReader.ReadIf(header, reader),
            "Switch" => ControlReader.ReadSwitch(header, reader),
            "Foreach" => ControlReader.ReadForeach(header, reader),
            "Until" => ControlReader.ReadUntil(header, reader),
            "Compose" => new ActionDefinition.Compose(header, reader.Present("inputs")),
            "InitializeVariable" => VariableReader.ReadInitialize(header, reader),
            "SetVariable" => VariableReader.ReadChange(header, reader, VariableChange.Set),
            "IncrementVariable" => VariableReader.ReadChange(header, reader, VariableChange.Increment),
            "DecrementVariable" => VariableReader.ReadChange(header, reader, VariableChange.Decrement),
            "AppendToArrayVariable" => VariableReader.ReadChange(header, reader, VariableChange.AppendToList),
            "AppendToStringVariable" => VariableReader.ReadChange(header, reader, VariableChange.AppendToText),
            "Select" => ReadInputs(reader, inputs => new ActionDefinition.Select(header, inputs.Present("from"), inputs.Present("select"))),
            "Query" => ReadInputs(reader, inputs => new ActionDefinition.Query(header, inputs.Present("from"), inputs.Required("where"))),
            "Join" => ReadInputs(reader, inputs => new ActionDefinition.Join(header, inputs.Present("from"), inputs.Required("joinWith"))),
            "ParseJson" => ReadInputs(reader, inputs => new ActionDefinition.ParseJson(header, inputs.Present("content"), inputs.Members("schema"))),
            "Wait" => ReadInputs(reader, inputs => ReadWait(header, inputs)),
            "Terminate" => ReadInputs(reader, inputs => ReadTerminate(header, inputs)),
            _ => throw reader.Failure($"is of type '{header.Type}', which this runtime does not implement"),
        };

    private static ActionDefinition ReadInputs(DefinitionReader reader, System.Func<DefinitionReader, ActionDefinition> read)
    {
        var inputs = reader.Child("inputs");
        var action = read(inputs);
        inputs.Complete();
        return action;
    }

    private static ActionDefinition ReadWait(ActionHeader header, DefinitionReader inputs)
    {
        if (inputs.OptionalChild("until") is { } until)
        {
            var timestamp = until.Required("timestamp");
            until.Complete();
            return new ActionDefinition.WaitUntil(header, timestamp);
        }

        var interval = inputs.Child("interval");
        var wait = new ActionDefinition.WaitFor(header, interval.Required("count"), interval.Text("unit"));
        interval.Complete();
        return wait;
    }

    private static ActionDefinition.Terminate ReadTerminate(ActionHeader header, DefinitionReader inputs)
    {
        var text = inputs.Text("runStatus");
        ActionStatus status = text switch
        {
            "Succeeded" => ActionStatus.Succeeded,
            "Failed" => ActionStatus.Failed,
            "Cancelled" => ActionStatus.Cancelled,
            _ => throw inputs.Failure($"ends the run with '{text}', which is not a status that ends a run"),
        };
        var error = inputs.Optional("runError") as JsonObject;
        return status == ActionStatus.Failed && error is null
            ? throw inputs.Failure("ends the run as Failed and needs 'runError' with code and message")
            : new ActionDefinition.Terminate(header, status, error);
    }
}
