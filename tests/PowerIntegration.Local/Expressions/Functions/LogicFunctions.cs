using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Logic and comparison; and, or, if and coalesce evaluate only what they need.</summary>
internal static class LogicFunctions
{
    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        table.AddLazy("and", 1, FunctionTable.Many, arguments => UntilFirst(arguments, false));
        table.AddLazy("or", 1, FunctionTable.Many, arguments => UntilFirst(arguments, true));
        table.AddLazy("if", 3, 3, arguments => arguments.Boolean(0) ? arguments[1] : arguments[2]);
        table.AddLazy("coalesce", 1, FunctionTable.Many, Coalesce);
        table.Add("not", 1, 1, arguments => JsonValue.Create(!arguments.Boolean(0)));
        table.Add("equals", 2, 2, arguments => JsonValue.Create(ValueComparison.AreEqual(arguments[0], arguments[1])));
        Order(table, "less", order => order < 0);
        Order(table, "lessOrEquals", order => order <= 0);
        Order(table, "greater", order => order > 0);
        Order(table, "greaterOrEquals", order => order >= 0);
    }

    private static void Order(FunctionTable table, string name, Func<int, bool> accept) =>
        table.Add(name, 2, 2, arguments => JsonValue.Create(accept(ValueComparison.Compare(arguments[0], arguments[1]))));

    private static JsonValue UntilFirst(FunctionArguments arguments, bool deciding)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            if (arguments.Boolean(index) == deciding)
            {
                return JsonValue.Create(deciding);
            }
        }

        return JsonValue.Create(!deciding);
    }

    private static JsonNode? Coalesce(FunctionArguments arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            if (arguments[index] is { } value)
            {
                return value;
            }
        }

        return null;
    }
}
