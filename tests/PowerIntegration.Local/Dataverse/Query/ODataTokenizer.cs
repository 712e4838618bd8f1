using System.Text;
using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>Splits an OData expression into tokens.</summary>
internal static class ODataTokenizer
{
    public static IReadOnlyList<ODataToken> Split(string expression)
    {
        var tokens = new List<ODataToken>();
        var index = 0;
        while (index < expression.Length)
        {
            var character = expression[index];
            if (char.IsWhiteSpace(character))
            {
                index++;
            }
            else if (character is '(' or ')' or ',')
            {
                tokens.Add(new ODataToken(ODataTokenKind.Mark, character.ToString()));
                index++;
            }
            else if (character == '\'')
            {
                tokens.Add(new ODataToken(ODataTokenKind.Text, Quoted(expression, ref index)));
            }
            else
            {
                tokens.Add(new ODataToken(ODataTokenKind.Word, Word(expression, ref index)));
            }
        }

        tokens.Add(new ODataToken(ODataTokenKind.End, ""));
        return tokens;
    }

    /// <summary>The one token of a literal.</summary>
    public static ODataToken Single(string literal) =>
        Split(literal) is [var token, { Kind: ODataTokenKind.End }]
            ? token
            : throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"'{literal}' is not a single value.");

    // A quote inside a string is written twice.
    private static string Quoted(string expression, ref int index)
    {
        var text = new StringBuilder();
        for (index++; index < expression.Length; index++)
        {
            if (expression[index] != '\'')
            {
                text.Append(expression[index]);
            }
            else if (index + 1 < expression.Length && expression[index + 1] == '\'')
            {
                text.Append('\'');
                index++;
            }
            else
            {
                index++;
                return text.ToString();
            }
        }

        throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"There is an unterminated string literal in '{expression}'.");
    }

    private static string Word(string expression, ref int index)
    {
        var start = index;
        while (index < expression.Length && !char.IsWhiteSpace(expression[index]) && expression[index] is not ('(' or ')' or ',' or '\''))
        {
            index++;
        }

        return expression[start..index];
    }
}
