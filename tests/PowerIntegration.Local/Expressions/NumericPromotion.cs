using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>Integer promotes to Float, both promote to Decimal; each operation runs in the higher type of its two operands.</summary>
internal static class NumericPromotion
{
    /// <summary>Runs an operation in the common type of two numbers.</summary>
    /// <exception cref="OverflowException">The result or a promoted operand does not fit.</exception>
    /// <exception cref="DivideByZeroException">Whole numbers or decimals are divided by zero.</exception>
    public static JsonNode Apply(
        JsonNode left,
        JsonNode right,
        Func<long, long, long> whole,
        Func<double, double, double> floating,
        Func<decimal, decimal, decimal> exact
    ) =>
        Common(left, right) switch
        {
            ValueKind.WholeNumber => JsonValue.Create(whole(left.GetValue<long>(), right.GetValue<long>())),
            ValueKind.FloatNumber => JsonValue.Create(floating(ToFloat(left), ToFloat(right))),
            _ => JsonValue.Create(exact(ToDecimal(left), ToDecimal(right))),
        };

    /// <summary>Compares two numbers by value.</summary>
    public static int Compare(JsonNode left, JsonNode right)
    {
        var common = Common(left, right);
        if (common == ValueKind.WholeNumber)
        {
            return left.GetValue<long>().CompareTo(right.GetValue<long>());
        }

        // A float beyond the decimal range can still be compared, so floats set the type here unlike in arithmetic.
        var hasFloat = Values.KindOf(left) == ValueKind.FloatNumber || Values.KindOf(right) == ValueKind.FloatNumber;
        return hasFloat ? ToFloat(left).CompareTo(ToFloat(right)) : ToDecimal(left).CompareTo(ToDecimal(right));
    }

    /// <summary>The number as a float.</summary>
    public static double ToFloat(JsonNode number) =>
        Values.KindOf(number) switch
        {
            ValueKind.WholeNumber => number.GetValue<long>(),
            ValueKind.DecimalNumber => (double)number.GetValue<decimal>(),
            _ => number.GetValue<double>(),
        };

    /// <summary>The number as a decimal.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static decimal ToDecimal(JsonNode number) =>
        Values.KindOf(number) switch
        {
            ValueKind.WholeNumber => number.GetValue<long>(),
            ValueKind.FloatNumber => (decimal)number.GetValue<double>(),
            _ => number.GetValue<decimal>(),
        };

    private static ValueKind Common(JsonNode left, JsonNode right)
    {
        var first = Values.KindOf(left);
        var second = Values.KindOf(right);
        return first > second ? first : second;
    }
}
