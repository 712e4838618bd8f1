using System.Text;
using System.Text.RegularExpressions;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>A LIKE pattern: <c>%</c> is any text, <c>_</c> any character, <c>[...]</c> one of a set. Case is ignored.</summary>
internal static class LikePattern
{
    private const string Nothing = "[^\\s\\S]";

    public static Regex Compile(string pattern)
    {
        var expression = new StringBuilder("^");
        for (var index = 0; index < pattern.Length; index++)
        {
            var closing = pattern[index] == '[' ? pattern.IndexOf(']', index + 1) : -1;
            if (closing > index + 1)
            {
                expression.Append(Set(pattern[(index + 1)..closing]));
                index = closing;
                continue;
            }

            expression.Append(
                pattern[index] switch
                {
                    '%' => ".*",
                    '_' => ".",
                    var other => Regex.Escape(other.ToString()),
                }
            );
        }

        return new Regex(
            expression.Append('$').ToString(),
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking
        );
    }

    // Characters and ranges; a range that runs backwards holds none, and a set of none fits nothing.
    private static string Set(string inside)
    {
        var negated = inside.Length > 1 && inside[0] == '^';
        var characters = new StringBuilder();
        for (var index = negated ? 1 : 0; index < inside.Length; index++)
        {
            var isRange = index + 2 < inside.Length && inside[index + 1] == '-';
            var (first, last) = (inside[index], inside[isRange ? index + 2 : index]);
            characters.Append(first <= last ? $"{Escaped(first)}-{Escaped(last)}" : "");
            index += isRange ? 2 : 0;
        }

        return characters.Length > 0 ? $"[{(negated ? "^" : "")}{characters}]"
            : negated ? "."
            : Nothing;
    }

    private static string Escaped(char character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
}
