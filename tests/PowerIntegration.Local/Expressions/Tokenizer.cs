using System.Text;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>Cuts an expression into words, one at a time, because an interpolation ends where its expression ends.</summary>
internal sealed class Tokenizer(string source, int start)
{
    private int position = start;

    /// <summary>Reads the next word.</summary>
    public Token Next()
    {
        while (position < source.Length && char.IsWhiteSpace(source[position]))
        {
            position++;
        }

        if (position >= source.Length)
        {
            return new Token(TokenKind.End, "end of expression", null, position);
        }

        var letter = source[position];
        if (letter == '\'')
        {
            return Text();
        }

        if (letter is '+' or '-' or (>= '0' and <= '9') || (letter == '.' && IsDigit(position + 1)))
        {
            return Number();
        }

        if (IsNameLetter(letter))
        {
            return Name();
        }

        position++;
        return "().,?[]}".Contains(letter, System.StringComparison.Ordinal)
            ? new Token(TokenKind.Symbol, letter.ToString(), null, position)
            : throw Failure($"has an unexpected '{letter}' at position {position - 1}");
    }

    /// <summary>Reads the name after a dot, which may look like a number.</summary>
    public Token Member()
    {
        return position < source.Length && IsNameLetter(source[position]) ? Name() : throw Failure($"needs a property name at position {position}");
    }

    private Token Text()
    {
        var text = new StringBuilder();
        for (position++; position < source.Length; position++)
        {
            if (source[position] != '\'')
            {
                text.Append(source[position]);
                continue;
            }

            position++;
            if (position >= source.Length || source[position] != '\'')
            {
                return new Token(TokenKind.Literal, text.ToString(), JsonValue.Create(text.ToString()), position);
            }

            text.Append('\'');
        }

        throw Failure("has a text without closing quote");
    }

    private Token Number()
    {
        var begin = position;
        position += source[position] is '+' or '-' ? 1 : 0;
        var digits = SkipDigits();
        var isWhole = true;
        if (position < source.Length && source[position] == '.')
        {
            isWhole = false;
            position++;
            digits += SkipDigits();
        }

        if (position < source.Length && source[position] is 'e' or 'E')
        {
            isWhole = false;
            position++;
            position += position < source.Length && source[position] is '+' or '-' ? 1 : 0;
            digits = SkipDigits() == 0 ? 0 : digits;
        }

        var text = source[begin..position];
        if (digits == 0)
        {
            throw Failure($"has '{text}' where a number is expected");
        }

        return new Token(
            TokenKind.Literal,
            text,
            isWhole ? Whole(text) : JsonValue.Create(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
            position
        );
    }

    private JsonValue Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? JsonValue.Create(whole)
            : throw Failure($"has the number {text}, which does not fit into 64 bits");

    private Token Name()
    {
        var begin = position;
        while (position < source.Length && (IsNameLetter(source[position]) || char.IsDigit(source[position]) || source[position] == '-'))
        {
            position++;
        }

        return new Token(TokenKind.Name, source[begin..position], null, position);
    }

    private int SkipDigits()
    {
        var begin = position;
        while (IsDigit(position))
        {
            position++;
        }

        return position - begin;
    }

    private bool IsDigit(int index) => index < source.Length && char.IsAsciiDigit(source[index]);

    private static bool IsNameLetter(char letter) => char.IsLetter(letter) || letter is '_' or '$';

    private ExpressionException Failure(string what) => new($"The expression '{source}' {what}.");
}
