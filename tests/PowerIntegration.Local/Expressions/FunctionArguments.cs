using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>The arguments of one call, evaluated when first asked for, with readers that name function and position in their refusals.</summary>
internal sealed class FunctionArguments(
    string function,
    IReadOnlyList<Expression> expressions,
    IExpressionScope scope,
    Func<Expression, JsonNode?> evaluate
)
{
    private readonly JsonNode?[] values = new JsonNode?[expressions.Count];
    private readonly bool[] isEvaluated = new bool[expressions.Count];

    /// <summary>How many arguments the call has.</summary>
    public int Count => expressions.Count;

    /// <summary>What the expression sees.</summary>
    public IExpressionScope Scope { get; } = scope;

    /// <summary>The value of an argument.</summary>
    public JsonNode? this[int index]
    {
        get
        {
            if (!isEvaluated[index])
            {
                values[index] = evaluate(expressions[index]);
                isEvaluated[index] = true;
            }

            return values[index];
        }
    }

    /// <summary>Whether the call has this argument.</summary>
    public bool Has(int index) => index < Count;

    /// <summary>A text argument.</summary>
    public string Text(int index) => Values.TextOrNull(this[index]) ?? throw Wrong(index, "a text");

    /// <summary>A text argument, or null when it was left out.</summary>
    public string? OptionalText(int index) => Has(index) ? Text(index) : null;

    /// <summary>A text argument for which null means an empty text.</summary>
    public string TextOrEmpty(int index) => this[index] is null ? string.Empty : Text(index);

    /// <summary>A true or false argument.</summary>
    public bool Boolean(int index) =>
        Values.KindOf(this[index]) == ValueKind.Boolean ? this[index]!.GetValue<bool>() : throw Wrong(index, "true or false");

    /// <summary>A whole number; a float or decimal without fraction counts.</summary>
    public long Integer(int index) =>
        Values.KindOf(this[index]) switch
        {
            ValueKind.WholeNumber => this[index]!.GetValue<long>(),
            ValueKind.DecimalNumber when decimal.IsInteger(this[index]!.GetValue<decimal>()) => (long)this[index]!.GetValue<decimal>(),
            ValueKind.FloatNumber when double.IsInteger(this[index]!.GetValue<double>()) => (long)this[index]!.GetValue<double>(),
            _ => throw Wrong(index, "a whole number"),
        };

    /// <summary>A whole number that an index can be.</summary>
    public int Index(int index)
    {
        var value = Integer(index);
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Wrong(index, "a number of 32 bits");
    }

    /// <summary>A number of any kind.</summary>
    public JsonValue Number(int index) => Values.IsNumber(this[index]) ? (JsonValue)this[index]! : throw Wrong(index, "a number");

    /// <summary>A list argument.</summary>
    public JsonArray Array(int index) => this[index] as JsonArray ?? throw Wrong(index, "a list");

    /// <summary>An object argument.</summary>
    public JsonObject Object(int index) => this[index] as JsonObject ?? throw Wrong(index, "an object");

    /// <summary>The refusal of an argument of the wrong type.</summary>
    public ExpressionException Wrong(int index, string wanted) =>
        Failure($"expects {wanted} as argument {(index + 1).ToString(CultureInfo.InvariantCulture)} and got {Describe(this[index])}");

    /// <summary>A refusal that begins with the function's name.</summary>
    /// <param name="what">A verb phrase without full stop.</param>
    /// <param name="cause">What went wrong beneath, if anything.</param>
    public ExpressionException Failure(string what, Exception? cause = null) =>
        cause is null
            ? new ExpressionException($"The function '{function}' {what}.")
            : new ExpressionException($"The function '{function}' {what}.", cause);

    private static string Describe(JsonNode? value)
    {
        var text = CompactJson.Write(value);
        return $"{Values.KindOf(value)} {(text.Length <= 80 ? text : text[..80] + "...")}";
    }
}
