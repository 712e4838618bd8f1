using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows.Expressions;
using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Reading;

/// <summary>Walks through an expression, works out what it gives and collects what is wrong with it.</summary>
/// <param name="place">Where it is evaluated.</param>
internal sealed partial class ExpressionVisit(ReadingPlace place)
{
    private static readonly string[] SameList = ["skip", "take", "reverse", "sort"];

    /// <summary>The functions and operators that compare two values.</summary>
    public static IReadOnlyList<string> Comparisons { get; } = ["equals", "greater", "greaterOrEquals", "less", "lessOrEquals"];

    private readonly List<string> faults = [];

    /// <summary>What is wrong, in the order in which it was found.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Shape of a value of the file: a literal, an expression or a text with expressions inside.</summary>
    public ValueShape Value(JsonNode? value)
    {
        if (value.Text() is not { } text)
        {
            return value is JsonObject or JsonArray ? ValueShape.Unknown : Literal(value);
        }

        try
        {
            Template template = Template.Read(text);
            Bare(template.Text);
            ValueShape[] shapes = [.. template.Expressions.Select(expression => Visit(expression).Shape)];
            return template.Whole is null ? ValueShape.Text : shapes[0];
        }
        catch (ExpressionSyntaxException e)
        {
            faults.Add($"The expression {value.Show()} cannot be read: {e.Message}. Correct it.");
            return ValueShape.Unknown;
        }
    }

    /// <summary>Shape of a value of the file; where it is an object or a list, the texts inside are looked at too.</summary>
    public ValueShape Inside(JsonNode? value)
    {
        if (value is not (JsonObject or JsonArray))
        {
            return Value(value);
        }

        foreach ((_, JsonNode text) in EvaluatedValues.In(value, ""))
        {
            Value(text);
        }

        return value is JsonArray ? new ListShape(ValueShape.Unknown) : ValueShape.Unknown;
    }

    /// <summary>Shape of an expression.</summary>
    public Read Visit(Expression expression) =>
        expression switch
        {
            Expression.Literal literal => new Read(Literal(literal.Value)),
            Expression.Access access => Access(access),
            Expression.Call call => Call(call),
            _ => Read.Unknown,
        };

    /// <summary>Finds what can never be equal: values of different kinds, or a value that the other side cannot have.</summary>
    public void Compare(ValueShape one, JsonNode? oneLiteral, ValueShape other, JsonNode? otherLiteral)
    {
        if (one is not ScalarShape left || other is not ScalarShape right)
        {
            if ((one is ScalarShape && other is MembersShape or ListShape) || (other is ScalarShape && one is MembersShape or ListShape))
            {
                faults.Add($"The condition compares {one.What} with {other.What}. Compare values of one kind.");
            }

            return;
        }

        JsonNode? literal = oneLiteral ?? otherLiteral;
        ScalarShape column = oneLiteral is null ? left : right;
        if (!left.IsLike(right))
        {
            faults.Add(
                $"The condition compares {left.What} with {right.What}{(literal is null ? "" : " " + literal.Show())}. Compare values of one kind."
            );
        }
        else if (literal is not null && !column.Holds(literal))
        {
            faults.Add($"The condition compares with {literal.Show()}, and the value is {column.What}. Compare with such a value.");
        }
    }

    // A call without its at sign is a text, and would be sent as one. No sentence holds )?[.
    private void Bare(string text)
    {
        bool hasCall = CallInText().Matches(text).Any(call => WorkflowFunctions.Find(call.Groups[1].Value) is not null);
        if (hasCall || text.Contains(")?[", StringComparison.Ordinal))
        {
            string shown = JsonValue.Create(text.Replace(Template.Hole, '?')).Show();
            faults.Add($"The text {shown} looks like an expression without an at sign, so it is not evaluated. Write @ before the expression.");
        }
    }

    private static ValueShape Literal(JsonNode? value) =>
        JsonNodes.KindOf(value) switch
        {
            System.Text.Json.JsonValueKind.String => ValueShape.Text,
            System.Text.Json.JsonValueKind.Number => value.Whole() is null ? ValueShape.Number : ValueShape.Whole,
            System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => ValueShape.Flag,
            _ => ValueShape.Unknown,
        };

    private Read Access(Expression.Access access)
    {
        Read target = Visit(access.Target);
        if (target.Skipped is { } skipped && !access.IsForgiving)
        {
            faults.Add(
                $"The action {skipped} may not have run, and then there is nothing to read a member of. Write a question mark before the member."
            );
        }

        ValueShape shape = access.Key is Expression.Literal key ? Member(target.Shape, key.Value) : Computed(access.Key);
        return new Read(shape, access.IsForgiving ? target.Skipped : null);
    }

    private ValueShape Computed(Expression key)
    {
        Visit(key);
        return ValueShape.Unknown;
    }

    private ValueShape Member(ValueShape target, JsonNode? key)
    {
        switch (target)
        {
            case ListShape list when key.Whole() is not null:
                return list.Entry;
            case OutputsShape outputs:
                return Member(outputs.Members, key);
            case MembersShape members when key.Text() is { } name:
                return Named(members, name);
            case ScalarShape or ListShape or MembersShape:
                faults.Add($"The expression reads {key.Show()} of {target.What}, which has no such member. Correct the path.");
                return ValueShape.Unknown;
            default:
                return ValueShape.Unknown;
        }
    }

    // A name with slashes is a path through several members, as the designer writes body/value.
    private ValueShape Named(MembersShape members, string name)
    {
        if (members.Find(name) is { } found)
        {
            return found;
        }

        if (name.Contains('/', StringComparison.Ordinal))
        {
            return name.Split('/').Aggregate((ValueShape)members, (current, step) => Member(current, JsonValue.Create(step)));
        }

        faults.Add($"The expression reads the member '{name}', which {members.What} does not have. It has {string.Join(", ", members.Names)}.");
        return ValueShape.Unknown;
    }

    private Read Call(Expression.Call call)
    {
        Read[] arguments = [.. call.Arguments.Select(Visit)];
        if (WorkflowFunctions.Find(call.Function) is not { } function)
        {
            faults.Add($"The function '{call.Function}' does not exist in the workflow language. Correct the name.");
            return Read.Unknown;
        }

        if (arguments.Length < function.Least || arguments.Length > function.Most)
        {
            faults.Add($"The function {function.Name} has {arguments.Length} arguments. Give it {Range(function)}.");
            return Read.Unknown;
        }

        CheckArguments(function, call, arguments);
        return new References(place, faults).Find(function.Name, call.Arguments) ?? Given(function, arguments);
    }

    private void CheckArguments(WorkflowFunction function, Expression.Call call, Read[] arguments)
    {
        if (Comparisons.Contains(function.Name))
        {
            Compare(arguments[0].Shape, LiteralOf(call.Arguments[0]), arguments[1].Shape, LiteralOf(call.Arguments[1]));
        }

        IEnumerable<Read> flags = function.Name switch
        {
            "and" or "or" or "not" => arguments,
            "if" => arguments.Take(1),
            _ => [],
        };
        foreach (Read argument in flags.Where(argument => !MayBeFlag(argument.Shape)))
        {
            faults.Add($"The function {function.Name} asks for true or false, and an argument is {argument.Shape.What}. Compare it with a value.");
        }
    }

    private static bool MayBeFlag(ValueShape shape) => shape is ScalarShape { Kind: ScalarKind.Flag } || shape == ValueShape.Unknown;

    private static JsonNode? LiteralOf(Expression expression) => (expression as Expression.Literal)?.Value;

    private static Read Given(WorkflowFunction function, Read[] arguments) =>
        new(
            function.Name switch
            {
                "first" or "last" when arguments[0].Shape is ListShape list => list.Entry,
                var name when SameList.Contains(name) => arguments[0].Shape,
                _ => function.Gives,
            }
        );

    private static string Range(WorkflowFunction function) =>
        function.Most == function.Least ? $"{function.Least}"
        : function.Most == int.MaxValue ? $"at least {function.Least}"
        : $"{function.Least} to {function.Most}";

    [GeneratedRegex(@"\b([A-Za-z]+)\((?:\)|')")]
    private static partial Regex CallInText();
}
