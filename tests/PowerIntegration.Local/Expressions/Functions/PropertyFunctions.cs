using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Functions that make a changed copy of an object.</summary>
internal static class PropertyFunctions
{
    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        table.Add("addProperty", 3, 3, AddProperty);
        table.Add("setProperty", 3, 3, SetProperty);
        table.Add("removeProperty", 2, 2, RemoveProperty);
    }

    private static JsonObject AddProperty(FunctionArguments arguments)
    {
        var copy = (JsonObject)arguments.Object(0).DeepClone();
        var name = arguments.Text(1);
        if (Values.FindKey(copy, name) is { } existing)
        {
            throw arguments.Failure($"cannot add the property '{name}', because the object already has '{existing}'");
        }

        copy.Add(name, Values.Copy(arguments[2]));
        return copy;
    }

    // The host removes and adds, so a changed property ends up last, under the name it had.
    private static JsonObject SetProperty(FunctionArguments arguments)
    {
        var copy = (JsonObject)arguments.Object(0).DeepClone();
        var name = Values.FindKey(copy, arguments.Text(1)) ?? arguments.Text(1);
        copy.Remove(name);
        copy.Add(name, Values.Copy(arguments[2]));
        return copy;
    }

    private static JsonObject RemoveProperty(FunctionArguments arguments)
    {
        var copy = (JsonObject)arguments.Object(0).DeepClone();
        if (Values.FindKey(copy, arguments.Text(1)) is { } name)
        {
            copy.Remove(name);
        }

        return copy;
    }
}
