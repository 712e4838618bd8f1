using System.Text;
using System.Text.Json.Nodes;

namespace PowerIntegration.Packer.Verification.Flows.Expressions;

/// <summary>Reads one expression from a text, character by character.</summary>
/// <param name="source">The text.</param>
/// <param name="start">Where the expression begins, after the at sign or the brace.</param>
internal sealed class ExpressionReader(string source, int start)
{
    // The platform allows eight levels of actions and 8,192 characters; no readable expression nests deeper than this.
    private const int DeepestNesting = 60;

    private int depth;

    /// <summary>Position of the next character.</summary>
    public int Position { get; private set; } = start;

    private char Current => Position < source.Length ? source[Position] : '\0';

    /// <summary>Reads an expression and leaves the position behind it, blanks included.</summary>
    public Expression Read()
    {
        if (++depth > DeepestNesting)
        {
            throw new ExpressionSyntaxException($"it nests deeper than {DeepestNesting} levels");
        }

        SkipBlanks();
        Expression expression = Primary();
        SkipBlanks();
        while (Current is '.' or '[' or '?')
        {
            expression = Member(expression);
            SkipBlanks();
        }

        depth--;
        return expression;
    }

    /// <summary>The failure that something else is expected at the position.</summary>
    public ExpressionSyntaxException Expected(string what)
    {
        string found = Position < source.Length ? $"'{source[Position]}'" : "the end";
        return new ExpressionSyntaxException($"{what} is expected at character {Position + 1}, where {found} is");
    }

    private Expression Primary()
    {
        if (Current == '\'')
        {
            return new Expression.Literal(JsonValue.Create(QuotedText()));
        }

        if (char.IsAsciiDigit(Current) || Current is '+' or '-' or '.')
        {
            return new Expression.Literal(NumberLiteral());
        }

        if (!IsNameStart(Current))
        {
            throw Expected("a function, a text in single quotes or a number");
        }

        string name = Name();
        SkipBlanks();
        return Current == '(' ? new Expression.Call(name, Arguments()) : new Expression.Literal(Constant(name));
    }

    private JsonNode? Constant(string name) =>
        name.ToUpperInvariant() switch
        {
            "TRUE" => JsonValue.Create(true),
            "FALSE" => JsonValue.Create(false),
            "NULL" => null,
            _ => throw Expected($"'(' after the function '{name}'"),
        };

    private List<Expression> Arguments()
    {
        Position++;
        SkipBlanks();
        List<Expression> arguments = [];
        while (Current != ')')
        {
            arguments.Add(Read());
            if (Current == ',')
            {
                Position++;
                SkipBlanks();
                if (Current == ')')
                {
                    throw Expected("an argument");
                }
            }
            else if (Current != ')')
            {
                throw Expected("',' or ')'");
            }
        }

        Position++;
        return arguments;
    }

    private Expression.Access Member(Expression target)
    {
        bool isForgiving = Current == '?';
        Position += isForgiving ? 1 : 0;
        if (Current == '.')
        {
            Position++;
            return new Expression.Access(target, new Expression.Literal(JsonValue.Create(Name())), isForgiving);
        }

        if (Current != '[')
        {
            throw Expected("'.' or '['");
        }

        Position++;
        Expression key = Read();
        if (Current != ']')
        {
            throw Expected("']'");
        }

        Position++;
        return new Expression.Access(target, key, isForgiving);
    }

    private string QuotedText()
    {
        StringBuilder text = new();
        while (true)
        {
            int quote = source.IndexOf('\'', Position + 1);
            if (quote < 0)
            {
                throw new ExpressionSyntaxException($"the text that begins at character {Position + 1} has no closing quote");
            }

            text.Append(source, Position + 1, quote - Position - 1);
            Position = quote + 1;
            if (Current != '\'')
            {
                return text.ToString();
            }

            text.Append('\'');
        }
    }

    private JsonValue NumberLiteral()
    {
        int from = Position;
        Position += Current is '+' or '-' ? 1 : 0;
        int digits = Digits();
        bool isWhole = Current != '.';
        if (!isWhole)
        {
            Position++;
            digits += Digits();
        }

        if (digits == 0)
        {
            throw Expected("a digit");
        }

        if (Current is 'e' or 'E')
        {
            isWhole = false;
            Position++;
            Position += Current is '+' or '-' ? 1 : 0;
            if (Digits() == 0)
            {
                throw Expected("a digit of the exponent");
            }
        }

        return NumberOf(source[from..Position], isWhole);
    }

    private static JsonValue NumberOf(string text, bool isWhole)
    {
        if (isWhole)
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
                ? JsonValue.Create(whole)
                : throw new ExpressionSyntaxException($"the number {text} is too large");
        }

        double number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? JsonValue.Create(number) : throw new ExpressionSyntaxException($"the number {text} is too large");
    }

    private int Digits()
    {
        int from = Position;
        while (char.IsAsciiDigit(Current))
        {
            Position++;
        }

        return Position - from;
    }

    private string Name()
    {
        int from = Position;
        if (!IsNameStart(Current))
        {
            throw Expected("a name");
        }

        while (IsNameStart(Current) || char.IsAsciiDigit(Current))
        {
            Position++;
        }

        return source[from..Position];
    }

    private void SkipBlanks()
    {
        while (char.IsWhiteSpace(Current))
        {
            Position++;
        }
    }

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character == '_';
}
