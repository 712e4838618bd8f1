using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>Conversions to numbers and true or false.</summary>
internal static class NumberFunctions
{
    private const NumberStyles FloatStyle = NumberStyles.Number | NumberStyles.AllowExponent;
    private const NumberStyles IntStyle = FloatStyle & ~NumberStyles.AllowTrailingSign;
    private const double FirstBeyondInteger = 9223372036854775808.0;

    /// <summary>Adds the functions.</summary>
    public static void Register(FunctionTable table)
    {
        table.Add("int", 1, 1, Int);
        table.Add("float", 1, 2, Float);
        table.Add("decimal", 1, 1, Decimal);
        table.Add("bool", 1, 1, Bool);
        table.Add("isInt", 1, 1, arguments => long.TryParse(arguments.Text(0), NumberStyles.Integer, CultureInfo.InvariantCulture, out _));
        table.Add("isFloat", 1, 2, IsFloat);
    }

    // The host parses text through a float, which shows above 2^53; the observed results pin it.
    private static JsonNode Int(FunctionArguments arguments)
    {
        switch (Values.KindOf(arguments[0]))
        {
            case ValueKind.WholeNumber:
                return arguments[0]!;
            case ValueKind.DecimalNumber when decimal.IsInteger(arguments[0]!.GetValue<decimal>()):
            case ValueKind.FloatNumber:
                return WholeOf(arguments, NumericPromotion.ToFloat(arguments[0]!));
            case ValueKind.Text when double.TryParse(arguments.Text(0), IntStyle, CultureInfo.InvariantCulture, out var parsed):
                return double.IsNaN(parsed) ? long.MinValue : WholeOf(arguments, parsed);
            default:
                throw arguments.Wrong(0, "a whole number or a text that holds one");
        }
    }

    private static JsonNode WholeOf(FunctionArguments arguments, double number) =>
        double.IsInteger(number) && number is >= -FirstBeyondInteger and < FirstBeyondInteger
            ? (long)number
            : throw arguments.Wrong(0, "a whole number of 64 bits");

    private static JsonNode Float(FunctionArguments arguments)
    {
        if (Values.IsNumber(arguments[0]))
        {
            return NumericPromotion.ToFloat(arguments[0]!);
        }

        var culture = Cultures.Find(arguments.OptionalText(1) ?? Cultures.Default);
        return double.TryParse(arguments.Text(0), FloatStyle, culture, out var parsed)
            ? parsed
            : throw arguments.Wrong(0, "a number or a text that holds one");
    }

    private static JsonValue IsFloat(FunctionArguments arguments) =>
        JsonValue.Create(double.TryParse(arguments.Text(0), FloatStyle, Cultures.Find(arguments.OptionalText(1) ?? string.Empty), out _));

    private static JsonNode Decimal(FunctionArguments arguments)
    {
        try
        {
            return Values.IsNumber(arguments[0])
                ? NumericPromotion.ToDecimal(arguments[0]!)
                : decimal.Parse(arguments.Text(0), NumberStyles.Number, CultureInfo.InvariantCulture);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
            throw arguments.Failure($"cannot make a decimal of {CompactJson.Write(arguments[0])}", failure);
        }
    }

    private static JsonValue Bool(FunctionArguments arguments) =>
        Values.KindOf(arguments[0]) switch
        {
            ValueKind.Boolean => JsonValue.Create(arguments.Boolean(0)),
            ValueKind.WholeNumber or ValueKind.FloatNumber or ValueKind.DecimalNumber => JsonValue.Create(
                NumericPromotion.ToFloat(arguments[0]!) != 0
            ),
            ValueKind.Text when bool.TryParse(arguments.Text(0), out var parsed) => JsonValue.Create(parsed),
            _ => throw arguments.Wrong(0, "true, false or a number"),
        };
}
