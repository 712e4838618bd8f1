using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Union and intersection of lists or of objects.</summary>
internal static class SetFunctions
{
    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        table.Add("union", 1, FunctionTable.Many, arguments => arguments[0] is JsonArray ? UnionOfLists(arguments) : UnionOfObjects(arguments));
        table.Add(
            "intersection",
            1,
            FunctionTable.Many,
            arguments => arguments[0] is JsonArray ? IntersectionOfLists(arguments) : IntersectionOfObjects(arguments)
        );
    }

    private static JsonArray UnionOfLists(FunctionArguments arguments)
    {
        var result = new JsonArray();
        for (var index = 0; index < arguments.Count; index++)
        {
            foreach (var element in arguments.Array(index))
            {
                AddOnce(result, element);
            }
        }

        return result;
    }

    private static JsonObject UnionOfObjects(FunctionArguments arguments)
    {
        var result = new JsonObject();
        for (var index = 0; index < arguments.Count; index++)
        {
            foreach (var (name, member) in arguments.Object(index))
            {
                result[name] = Values.Copy(member);
            }
        }

        return result;
    }

    private static JsonArray IntersectionOfLists(FunctionArguments arguments)
    {
        var others = Enumerable.Range(1, arguments.Count - 1).Select(arguments.Array).ToList();
        var result = new JsonArray();
        foreach (var element in arguments.Array(0))
        {
            if (others.TrueForAll(other => Holds(other, element)))
            {
                AddOnce(result, element);
            }
        }

        return result;
    }

    private static JsonObject IntersectionOfObjects(FunctionArguments arguments)
    {
        var others = Enumerable.Range(1, arguments.Count - 1).Select(arguments.Object).ToList();
        var result = new JsonObject();
        foreach (var (name, member) in arguments.Object(0))
        {
            if (others.TrueForAll(other => other.TryGetPropertyValue(name, out var value) && ValueComparison.AreEqual(member, value)))
            {
                result[name] = Values.Copy(member);
            }
        }

        return result;
    }

    private static void AddOnce(JsonArray list, JsonNode? element)
    {
        if (!Holds(list, element))
        {
            list.Add(Values.Copy(element));
        }
    }

    private static bool Holds(JsonArray list, JsonNode? element) => list.Any(candidate => ValueComparison.AreEqual(candidate, element));
}
