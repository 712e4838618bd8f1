using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Flows.Definition;

/// <summary>Reads the JSON of one flow.</summary>
public static class FlowReader
{
    /// <summary>Reads and checks a flow.</summary>
    /// <param name="json">The content of the workflow's file.</param>
    /// <param name="name">Its display name.</param>
    /// <param name="workflowId">The workflow row's id.</param>
    /// <param name="isOn">Whether it is shipped turned on.</param>
    /// <param name="file">The file, for refusals.</param>
    /// <exception cref="FlowDefinitionException">Something in it is unknown or contradicts itself.</exception>
    public static FlowDefinition Read(JsonObject json, string name, Guid workflowId, bool isOn, string file)
    {
        var root = new DefinitionReader(json, "$", file);
        root.Ignore("schemaVersion");
        var properties = root.Child("properties");
        root.Complete();
        properties.Ignore("templateName", "displayName");
        var definition = properties.Child("definition");
        var flow = new FlowDefinition
        {
            Name = name,
            WorkflowId = workflowId,
            IsOn = isOn,
            File = file,
            Connections = ReadConnections(properties),
            Parameters = ReadParameters(definition),
            Trigger = TriggerReader.Read(definition),
            Actions = ActionReader.ReadAll(definition),
        };
        definition.Ignore("$schema", "contentVersion", "metadata", "description");
        if (definition.Members("outputs").Count > 0)
        {
            throw definition.Failure("has 'outputs', which this runtime does not implement");
        }

        definition.Complete();
        properties.Complete();
        FlowCheck.Run(flow);
        return flow;
    }

    private static Dictionary<string, ConnectionBinding> ReadConnections(DefinitionReader properties)
    {
        var result = new Dictionary<string, ConnectionBinding>(StringComparer.Ordinal);
        if (properties.OptionalChild("connectionReferences") is not { } references)
        {
            return result;
        }

        foreach (var key in references.Names.ToList())
        {
            var reference = references.Child(key);
            reference.Ignore("runtimeSource");
            var connection = reference.Child("connection");
            var api = reference.Child("api");
            var runtimeName = api.Text("name");
            result.Add(
                key,
                new ConnectionBinding(key, api.OptionalText("logicalName") ?? runtimeName, connection.Text("connectionReferenceLogicalName"))
            );
            api.Complete();
            connection.Complete();
            reference.Complete();
        }

        return result;
    }

    private static Dictionary<string, ParameterDefinition> ReadParameters(DefinitionReader definition)
    {
        var result = new Dictionary<string, ParameterDefinition>(StringComparer.OrdinalIgnoreCase);
        if (definition.OptionalChild("parameters") is not { } parameters)
        {
            return result;
        }

        foreach (var name in parameters.Names.ToList())
        {
            var parameter = parameters.Child(name);
            parameter.Ignore("type");
            var metadata = parameter.OptionalChild("metadata");
            result.Add(name, new ParameterDefinition(name, parameter.Optional("defaultValue"), metadata?.OptionalText("schemaName")));
            parameter.Complete();
        }

        return result;
    }
}
