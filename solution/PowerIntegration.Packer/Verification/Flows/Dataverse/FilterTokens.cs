using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerIntegration.Packer.Verification.Flows.Expressions;

namespace PowerIntegration.Packer.Verification.Flows.Dataverse;

/// <summary>The words of an OData filter, one after the other.</summary>
internal sealed partial class FilterTokens
{
    /// <summary>Comes when all words were read.</summary>
    public const string End = "";

    private readonly List<string> words = [];
    private int index;

    /// <summary>Splits a filter.</summary>
    /// <exception cref="ExpressionSyntaxException">A character or a quote does not belong there.</exception>
    public FilterTokens(string text)
    {
        int position = 0;
        while (position < text.Length)
        {
            Match match = Word().Match(text, position);
            if (!match.Success)
            {
                throw new ExpressionSyntaxException($"'{text[position]}' at character {position + 1} does not belong there");
            }

            if (!string.IsNullOrWhiteSpace(match.Value))
            {
                words.Add(match.Value);
            }

            position += match.Length;
        }
    }

    /// <summary>The word at hand.</summary>
    public string Current => index < words.Count ? words[index] : End;

    /// <summary>True where the word at hand is a name and no constant.</summary>
    public bool IsName => NameWord().IsMatch(Current) && Current is not ("true" or "false" or "null");

    /// <summary>True where the last path was a test of many rows and needs no comparison.</summary>
    public bool EndsPath { get; set; }

    /// <summary>True where the last literal was in quotes.</summary>
    public bool WasQuoted { get; private set; }

    /// <summary>Takes the word at hand.</summary>
    public string Next() => index < words.Count ? words[index++] : End;

    /// <summary>Takes the word at hand where it is this one.</summary>
    public bool Take(string word)
    {
        bool isThere = Current == word;
        index += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>Takes the word at hand, which must be this one.</summary>
    public void Expect(string word)
    {
        if (Current != word)
        {
            throw new ExpressionSyntaxException($"{Shown(word)} is expected where {Shown(Current)} is");
        }

        index++;
    }

    /// <summary>Takes the word at hand, which must name a column.</summary>
    public string Name() => IsName ? Next() : throw new ExpressionSyntaxException($"a column is expected where {Shown(Current)} is");

    /// <summary>Takes the word at hand, which must be a constant; null for the word null.</summary>
    public JsonNode? Literal()
    {
        string word = Next();
        WasQuoted = word.StartsWith('\'');
        if (WasQuoted)
        {
            return JsonValue.Create(word[1..^1].Replace("''", "'", StringComparison.Ordinal));
        }

        return word switch
        {
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            "null" => null,
            _ when decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => JsonValue.Create(number),
            _ when DateOrId().IsMatch(word) => JsonValue.Create(word),
            _ => throw new ExpressionSyntaxException($"a value is expected where {Shown(word)} is"),
        };
    }

    private static string Shown(string word) => word.Length == 0 ? "the end" : $"'{word.Replace(Template.Hole, '?')}'";

    // Blanks, a text, a name, an id, a date or a number, each up to where a word ends; then punctuation and holes.
    [GeneratedRegex(
        @"\G(?:\s+"
            + @"|(?:'(?:[^']|'')*'"
            + @"|[A-Za-z_][A-Za-z0-9_.]*(?!-)"
            + @"|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
            + @"|\d{4}-\d\d-\d\d(?:T[0-9:.]+(?:Z|[+-]\d\d:\d\d)?)?"
            + @"|[+-]?[0-9.]+(?:[eE][+-]?\d+)?)(?![A-Za-z0-9_.'])"
            + @"|[(),:/]|\uE000)"
    )]
    private static partial Regex Word();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_.]*$")]
    private static partial Regex NameWord();

    [GeneratedRegex(@"^(?:\d{4}-\d\d-\d\d|[0-9A-Fa-f]{8}-)")]
    private static partial Regex DateOrId();
}
