using System.Text;

namespace PowerIntegration.Local.Expressions;

/// <summary>What a JSON string of a flow means: plain text, one expression that keeps its type, or text with expressions in it.</summary>
public abstract record Template
{
    /// <summary>The longest expression a flow may hold.</summary>
    public const int MaximumLength = 8192;

    private Template() { }

    /// <summary>Plain text with escapes resolved.</summary>
    public sealed record Plain(string Text) : Template;

    /// <summary><c>@expression</c>; keeps the type.</summary>
    public sealed record Whole(Expression Expression) : Template;

    /// <summary>Text with <c>@{expression}</c> in it; always text. Each part is a text or an <see cref="Expression"/>.</summary>
    public sealed record Mixed(IReadOnlyList<object> Parts) : Template;

    /// <summary>Reads a JSON string.</summary>
    /// <exception cref="ExpressionException">The expression in it cannot be read.</exception>
    public static Template Parse(string text)
    {
        if (text.StartsWith("@@", StringComparison.Ordinal))
        {
            return new Plain(text[1..]);
        }

        if (text.Length > 1 && text[0] == '@' && text[1] != '{')
        {
            return new Whole(ExpressionParser.ParseAll(Bounded(text), 1));
        }

        return text.Contains("@{", StringComparison.Ordinal) ? Interpolation(Bounded(text)) : new Plain(text);
    }

    /// <summary>The expressions in a template.</summary>
    public IEnumerable<Expression> Expressions()
    {
        if (this is Whole whole)
        {
            yield return whole.Expression;
        }

        if (this is Mixed mixed)
        {
            foreach (var part in mixed.Parts)
            {
                if (part is Expression expression)
                {
                    yield return expression;
                }
            }
        }
    }

    private static Mixed Interpolation(string text)
    {
        var parts = new List<object>();
        var plain = new StringBuilder();
        var position = 0;
        while (position < text.Length)
        {
            if (string.CompareOrdinal(text, position, "@@{", 0, 3) == 0)
            {
                plain.Append("@{");
                position += 3;
            }
            else if (string.CompareOrdinal(text, position, "@{", 0, 2) == 0)
            {
                parts.Add(plain.ToString());
                plain.Clear();
                parts.Add(ExpressionParser.ParseInterpolation(text, position + 2, out position));
            }
            else
            {
                plain.Append(text[position]);
                position++;
            }
        }

        parts.Add(plain.ToString());
        return new Mixed(parts);
    }

    private static string Bounded(string text) =>
        text.Length <= MaximumLength
            ? text
            : throw new ExpressionException(
                $"An expression of {text.Length} characters is longer than the allowed {MaximumLength}: '{text[..60]}...'."
            );
}
