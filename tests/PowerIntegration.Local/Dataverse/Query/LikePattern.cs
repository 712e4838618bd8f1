using System.Text;
using System.Text.RegularExpressions;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>A LIKE pattern: <c>%</c> is any text, <c>_</c> any character, <c>[...]</c> one of a set. Case is ignored.</summary>
internal static class LikePattern
{
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

    private static string Set(string inside)
    {
        var negated = inside.Length > 1 && inside[0] == '^';
        var characters = (negated ? inside[1..] : inside)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("^", "\\^", StringComparison.Ordinal);
        return $"[{(negated ? "^" : "")}{characters}]";
    }
}
