namespace PowerIntegration.Local.Flows.Definition;

/// <summary>Reads the actions on variables.</summary>
internal static class VariableReader
{
    /// <summary>Reads InitializeVariable; one action makes one variable.</summary>
    public static ActionDefinition ReadInitialize(ActionHeader header, DefinitionReader reader)
    {
        var inputs = reader.Child("inputs");
        var variables = inputs.Elements("variables");
        inputs.Complete();
        if (variables.Count != 1 || variables[0] is not System.Text.Json.Nodes.JsonObject members)
        {
            throw inputs.Failure($"makes {variables.Count} variables instead of one");
        }

        var variable = new DefinitionReader(members, inputs.Path + ".variables[0]", inputs.File);
        var action = new ActionDefinition.InitializeVariable(header, variable.Text("name"), TypeOf(variable), variable.Optional("value"));
        variable.Complete();
        return action;
    }

    /// <summary>Reads the actions that change a variable.</summary>
    public static ActionDefinition ReadChange(ActionHeader header, DefinitionReader reader, VariableChange change)
    {
        var inputs = reader.Child("inputs");
        var mayLeaveOut = change is VariableChange.Increment or VariableChange.Decrement;
        var action = new ActionDefinition.ChangeVariable(
            header,
            change,
            inputs.Text("name"),
            mayLeaveOut ? inputs.Optional("value") : inputs.Present("value")
        );
        inputs.Complete();
        return action;
    }

    private static VariableType TypeOf(DefinitionReader variable) =>
        variable.Text("type").ToUpperInvariant() switch
        {
            "STRING" => VariableType.Text,
            "INTEGER" => VariableType.WholeNumber,
            "FLOAT" => VariableType.FloatNumber,
            "BOOLEAN" => VariableType.TrueOrFalse,
            "ARRAY" => VariableType.List,
            "OBJECT" => VariableType.Record,
            var other => throw variable.Failure($"has the type '{other}', which variables do not have"),
        };
}
