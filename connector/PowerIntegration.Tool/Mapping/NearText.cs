namespace PowerIntegration.Tool.Mapping;

/// <summary>What was probably meant by a value that does not exist.</summary>
internal static class NearText
{
    /// <summary>
    /// The only other value that is the same without leading zeros, case, spaces and punctuation; empty where there is none or several.
    /// </summary>
    public static string Of(string value, IEnumerable<string> known)
    {
        var plain = Plain(value);
        return plain.Length > 0 && known.Where(one => one != value && Plain(one) == plain).Take(2).ToList() is [var only] ? only : "";
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)).TrimStart('0');
}
