using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Arithmetic; whole numbers and decimals overflow with an error, floats become infinite.</summary>
internal static class MathFunctions
{
    private const int LongestRange = 100_000;

    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        Binary(table, "add", (left, right) => checked(left + right), (left, right) => left + right, (left, right) => left + right);
        Binary(table, "sub", (left, right) => checked(left - right), (left, right) => left - right, (left, right) => left - right);
        Binary(table, "mul", (left, right) => checked(left * right), (left, right) => left * right, (left, right) => left * right);
        Binary(table, "div", (left, right) => left / right, (left, right) => left / right, (left, right) => left / right);
        Binary(table, "mod", (left, right) => left % right, (left, right) => left % right, (left, right) => left % right);
        table.Add("max", 1, FunctionTable.Many, arguments => Extreme(arguments, 1));
        table.Add("min", 1, FunctionTable.Many, arguments => Extreme(arguments, -1));
        table.Add("rand", 2, 2, Random);
        table.Add("range", 2, 2, Range);
    }

    private static void Binary(
        FunctionTable table,
        string name,
        Func<long, long, long> whole,
        Func<double, double, double> floating,
        Func<decimal, decimal, decimal> exact
    ) =>
        table.Add(
            name,
            2,
            2,
            arguments =>
            {
                try
                {
                    return NumericPromotion.Apply(arguments.Number(0), arguments.Number(1), whole, floating, exact);
                }
                catch (ArithmeticException failure)
                {
                    throw arguments.Failure(
                        $"cannot compute {TextForm.Of(arguments[0])} and {TextForm.Of(arguments[1])}: {failure.Message.TrimEnd('.')}",
                        failure
                    );
                }
            }
        );

    // The result takes the highest type among all candidates, also when a lower one wins.
    private static JsonNode? Extreme(FunctionArguments arguments, int sign)
    {
        var candidates =
            arguments.Count == 1 && arguments[0] is JsonArray list
                ? [.. list]
                : Enumerable.Range(0, arguments.Count).Select(index => (JsonNode?)arguments.Number(index)).ToList();
        if (candidates.Count == 0 || candidates.Exists(candidate => !Values.IsNumber(candidate)))
        {
            throw arguments.Failure("expects at least one number and only numbers");
        }

        var best = candidates.Aggregate((left, right) => sign * NumericPromotion.Compare(left!, right!) >= 0 ? left : right)!;
        return candidates.Max(Values.KindOf) switch
        {
            ValueKind.DecimalNumber => JsonValue.Create(NumericPromotion.ToDecimal(best)),
            ValueKind.FloatNumber => JsonValue.Create(NumericPromotion.ToFloat(best)),
            _ => best,
        };
    }

    private static JsonValue Random(FunctionArguments arguments)
    {
        var from = arguments.Index(0);
        var to = arguments.Index(1);
        return to > from && (long)to - from <= int.MaxValue
            ? JsonValue.Create((long)from + arguments.Scope.NextInt(to - from))
            : throw arguments.Failure($"needs a maximum above its minimum, and got {from} and {to}");
    }

    private static JsonArray Range(FunctionArguments arguments)
    {
        var start = arguments.Integer(0);
        var count = arguments.Integer(1);
        return count is >= 0 and <= LongestRange
            ? new JsonArray([.. Enumerable.Range(0, (int)count).Select(offset => (JsonNode)(start + offset))])
            : throw arguments.Failure($"makes lists of 0 to {LongestRange} numbers, not of {count}");
    }
}
