using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>Reads one expression; the language has calls, literals and access, and no operators.</summary>
internal sealed class ExpressionParser
{
    private readonly string source;
    private readonly Tokenizer tokens;
    private Token current;

    private ExpressionParser(string source, int start)
    {
        this.source = source;
        tokens = new Tokenizer(source, start);
        current = tokens.Next();
    }

    /// <summary>Reads a whole text as one expression.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">Where the expression begins, after the at sign.</param>
    public static Expression ParseAll(string source, int start)
    {
        var parser = new ExpressionParser(source, start);
        var expression = parser.Operand();
        return parser.current.Kind == TokenKind.End ? expression : throw parser.Unexpected("the end");
    }

    /// <summary>Reads the expression of an interpolation up to its closing brace.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">Position after the opening brace.</param>
    /// <param name="end">Position after the closing brace.</param>
    public static Expression ParseInterpolation(string source, int start, out int end)
    {
        var parser = new ExpressionParser(source, start);
        var expression = parser.Operand();
        end = parser.current.End;
        return parser.IsSymbol("}") ? expression : throw parser.Unexpected("'}'");
    }

    private Expression Operand()
    {
        var expression = Primary();
        while (current.Kind == TokenKind.Symbol)
        {
            var isSafe = IsSymbol("?");
            if (isSafe)
            {
                current = tokens.Next();
            }

            if (IsSymbol("."))
            {
                expression = new Expression.Access(expression, new Expression.Literal(JsonValue.Create(tokens.Member().Text)), isSafe);
                current = tokens.Next();
            }
            else if (IsSymbol("["))
            {
                current = tokens.Next();
                expression = new Expression.Access(expression, Operand(), isSafe);
                Take("]");
            }
            else
            {
                return isSafe ? throw Unexpected("'.' or '['") : expression;
            }
        }

        return expression;
    }

    private Expression Primary()
    {
        var token = current;
        if (token.Kind == TokenKind.Literal)
        {
            current = tokens.Next();
            return new Expression.Literal(token.Value);
        }

        if (token.Kind != TokenKind.Name)
        {
            throw Unexpected("a value or a function");
        }

        current = tokens.Next();
        if (IsSymbol("("))
        {
            return new Expression.Call(token.Text, Arguments());
        }

        return token.Text.ToUpperInvariant() switch
        {
            "TRUE" => new Expression.Literal(JsonValue.Create(true)),
            "FALSE" => new Expression.Literal(JsonValue.Create(false)),
            "NULL" => new Expression.Literal(null),
            _ => throw new ExpressionException($"The expression '{source}' has '{token.Text}', which is neither a literal nor a call."),
        };
    }

    private List<Expression> Arguments()
    {
        var arguments = new List<Expression>();
        current = tokens.Next();
        if (IsSymbol(")"))
        {
            current = tokens.Next();
            return arguments;
        }

        arguments.Add(Operand());
        while (IsSymbol(","))
        {
            current = tokens.Next();
            arguments.Add(Operand());
        }

        Take(")");
        return arguments;
    }

    private void Take(string symbol)
    {
        if (!IsSymbol(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }

        current = tokens.Next();
    }

    private bool IsSymbol(string symbol) => current.Kind == TokenKind.Symbol && current.Text == symbol;

    private ExpressionException Unexpected(string wanted) => new($"The expression '{source}' has '{current.Text}' where {wanted} is expected.");
}
