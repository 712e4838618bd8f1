namespace PowerIntegration.Local.Flows.Definition;

/// <summary>Reads branches and loops.</summary>
internal static class ControlReader
{
    private const int DefaultUntilCount = 60;
    private const int LargestUntilCount = 5000;
    private const int MostRepetitions = 50;
    private const int MostCases = 25;

    private static readonly TimeSpan DefaultUntilTime = TimeSpan.FromHours(1);

    /// <summary>Reads If.</summary>
    public static ActionDefinition ReadIf(ActionHeader header, DefinitionReader reader)
    {
        var otherwise = reader.OptionalChild("else");
        var action = new ActionDefinition.If(
            header,
            reader.Required("expression"),
            ActionReader.ReadAll(reader),
            otherwise is null ? [] : ActionReader.ReadAll(otherwise)
        );
        otherwise?.Complete();
        return action;
    }

    /// <summary>Reads Switch.</summary>
    public static ActionDefinition ReadSwitch(ActionHeader header, DefinitionReader reader)
    {
        var expression = reader.Present("expression");
        var cases = reader.OptionalChild("cases") is { } all ? all.Names.ToList().ConvertAll(name => ReadCase(name, all.Child(name))) : [];
        if (cases.Count > MostCases)
        {
            throw reader.Failure($"has {cases.Count} cases, and {MostCases} are allowed");
        }

        var otherwise = reader.OptionalChild("default");
        IReadOnlyList<ActionDefinition> actions = otherwise is null ? [] : ActionReader.ReadAll(otherwise);
        otherwise?.Complete();
        return new ActionDefinition.Switch(header, expression, cases, actions);
    }

    /// <summary>Reads Foreach; without a setting it runs one element after the other.</summary>
    public static ActionDefinition ReadForeach(ActionHeader header, DefinitionReader reader)
    {
        var concurrency = reader.OptionalChild("runtimeConfiguration")?.OptionalChild("concurrency");
        var repetitions = concurrency?.OptionalNumber("repetitions", 1, MostRepetitions) ?? 1;
        concurrency?.Complete();
        return reader.OptionalText("operationOptions") is { } options && options != "Sequential"
            ? throw reader.Failure($"has the operation option '{options}', which this runtime does not support")
            : new ActionDefinition.Foreach(
                header,
                reader.Present("foreach"),
                ActionReader.ReadAll(reader),
                reader.Has("operationOptions") ? 1 : repetitions
            );
    }

    /// <summary>Reads Until.</summary>
    public static ActionDefinition ReadUntil(ActionHeader header, DefinitionReader reader)
    {
        var limit = reader.OptionalChild("limit");
        var count = limit?.OptionalNumber("count", 1, LargestUntilCount) ?? DefaultUntilCount;
        var time = limit?.OptionalDuration("timeout") ?? DefaultUntilTime;
        limit?.Complete();
        return new ActionDefinition.Until(header, reader.Required("expression"), count, time, ActionReader.ReadAll(reader));
    }

    private static SwitchCase ReadCase(string name, DefinitionReader reader)
    {
        var result = new SwitchCase(name, reader.Present("case"), ActionReader.ReadAll(reader));
        reader.Complete();
        return result;
    }
}
