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
            if (depth < 0)
            {
                break;
            }

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
    /// <param name="item">The item.</param>
    /// <param name="open">Where its parenthesis opens; negative where it has none.</param>
    public static Dictionary<string, string> Options(string item, int open)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        if (open >= 0 && !item.EndsWith(')'))
        {
            throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The item '{item}' in $expand is not understood.");
        }

        foreach (var part in open < 0 ? [] : Split(item[(open + 1)..^1], ';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || part[(equals + 1)..].Trim().Length == 0 || !options.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
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
