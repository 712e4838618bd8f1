using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>Splits lists in which separators inside parentheses and quotes do not count.</summary>
internal static class ODataList
{
    public static IReadOnlyList<string> Split(string list, char separator)
    {
        var parts = new List<string>();
        var depth = 0;
        var quoted = false;
        var start = 0;
        for (var index = 0; index <= list.Length; index++)
        {
            var end = index == list.Length;
            if (!end && list[index] == '\'')
            {
                quoted = !quoted;
            }

            depth +=
                end || quoted
                    ? 0
                    : list[index] switch
                    {
                        '(' => 1,
                        ')' => -1,
                        _ => 0,
                    };
            if (end || (list[index] == separator && depth == 0 && !quoted))
            {
                Add(parts, list[start..index]);
                start = index + 1;
            }
        }

        return depth == 0 && !quoted
            ? parts
            : throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"Parentheses or quotes do not match in '{list}'.");
    }

    /// <summary>The options inside the parentheses of an expand item.</summary>
    public static Dictionary<string, string> Options(string inside)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in Split(inside, ';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !options.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
            {
                throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The option '{part}' in $expand is not understood.");
            }
        }

        return options;
    }

    private static void Add(List<string> parts, string part)
    {
        if (part.Trim().Length > 0)
        {
            parts.Add(part.Trim());
        }
    }
}
