namespace PowerIntegration.Packer.Verification.Flows.Expressions;

/// <summary>A text of a flow, taken apart: it is an expression as a whole, or plain text with expressions inside.</summary>
internal sealed class Template
{
    /// <summary>Takes the place of an interpolated expression in <see cref="Text"/>; a private character that no source holds.</summary>
    public const char Hole = '\uE000';

    // What the platform allows for one expression.
    private const int LongestExpression = 8192;

    private Template(Expression? whole, string text, IReadOnlyList<Expression> holes)
    {
        Whole = whole;
        Text = text;
        Holes = holes;
    }

    /// <summary>The expression that the text is; null where it is a text.</summary>
    public Expression? Whole { get; }

    /// <summary>The text, escapes resolved, with <see cref="Hole"/> for each expression.</summary>
    public string Text { get; }

    /// <summary>The expressions inside the text, in order.</summary>
    public IReadOnlyList<Expression> Holes { get; }

    /// <summary>True where nothing is computed.</summary>
    public bool IsPlain => Whole is null && Holes.Count == 0;

    /// <summary>All expressions.</summary>
    public IEnumerable<Expression> Expressions => Whole is null ? Holes : [Whole];

    /// <summary>True where a text of a file is computed, in whole or in part.</summary>
    public static bool IsComputed(string text) => IsWhole(text) || text.Contains("@{", StringComparison.Ordinal);

    /// <summary>Takes a text apart.</summary>
    /// <exception cref="ExpressionSyntaxException">The text breaks the grammar.</exception>
    public static Template Read(string text)
    {
        if (text.Length > LongestExpression && IsComputed(text))
        {
            throw new ExpressionSyntaxException($"it has {text.Length} characters, and {LongestExpression} are allowed");
        }

        return IsWhole(text) ? new Template(ReadWhole(text), "", []) : ReadParts(text);
    }

    /// <summary>Takes a text apart; null where it breaks the grammar.</summary>
    public static Template? TryRead(string text)
    {
        try
        {
            return Read(text);
        }
        catch (ExpressionSyntaxException)
        {
            return null;
        }
    }

    private static bool IsWhole(string text) => text.Length > 1 && text[0] == '@' && text[1] is not ('@' or '{');

    private static Expression ReadWhole(string text)
    {
        ExpressionReader reader = new(text, 1);
        Expression expression = reader.Read();
        return reader.Position == text.Length ? expression : throw reader.Expected("the end");
    }

    private static Template ReadParts(string text)
    {
        System.Text.StringBuilder plain = new();
        List<Expression> holes = [];
        int position = 0;
        while (position < text.Length)
        {
            if (IsAt(text, position, "@@{") || (position == 0 && IsAt(text, 0, "@@")))
            {
                plain.Append('@');
                position += 2;
            }
            else if (IsAt(text, position, "@{"))
            {
                ExpressionReader reader = new(text, position + 2);
                holes.Add(reader.Read());
                position = text.ElementAtOrDefault(reader.Position) == '}' ? reader.Position + 1 : throw reader.Expected("'}'");
                plain.Append(Hole);
            }
            else
            {
                plain.Append(text[position++]);
            }
        }

        return new Template(null, plain.ToString(), holes);
    }

    private static bool IsAt(string text, int position, string part) => string.CompareOrdinal(text, position, part, 0, part.Length) == 0;
}
