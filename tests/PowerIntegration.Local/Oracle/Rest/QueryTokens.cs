using System.Text.RegularExpressions;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Cuts a query expression into names, literals, operators and parentheses.</summary>
internal static partial class QueryTokens
{
    public static List<string> Split(string text)
    {
        var tokens = new List<string>();
        var end = text.TrimEnd().Length;
        var start = 0;
        while (start < end)
        {
            var match = Token().Match(text, start);
            if (!match.Success)
            {
                throw RequestRefusedException.BadRequest($"The query parameter q isn't valid at \"{text[start..].Trim()}\": {text}");
            }

            tokens.Add(match.Groups["token"].Value);
            start += match.Length;
        }

        return tokens;
    }

    [GeneratedRegex(@"\G\s*(?<token>'(?:[^']|'')*'|<=|>=|<>|!=|[=<>(),]|[A-Za-z_]\w*|-?\d+(?:\.\d+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
