namespace PowerIntegration.Domain.Refusals;

/// <summary>Cuts texts between characters as people see them: a letter keeps its accents, and a pair of code units is not divided.</summary>
public static class WholeText
{
    private const char Joiner = '\u200D';

    /// <summary>As much of the beginning as fits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lengthMax">Most code units, as columns count them.</param>
    public static string Start(string text, int lengthMax) => text.Length <= lengthMax ? text : text.Substring(0, Boundary(text, lengthMax));

    private static int Boundary(string text, int length)
    {
        var boundary = Math.Max(length, 0);
        while (boundary > 0 && IsInside(text, boundary))
        {
            boundary--;
        }

        // A text of nothing but marks is cut between two of them, but never inside a pair.
        return boundary > 0 || length <= 0 ? boundary
            : char.IsLowSurrogate(text[length]) && char.IsHighSurrogate(text[length - 1]) ? length - 1
            : length;
    }

    // Whether the text at the index continues the character before it.
    private static bool IsInside(string text, int index) =>
        (char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]))
        || text[index - 1] == Joiner
        || text[index] == Joiner
        || IsMark(text, index);

    private static bool IsMark(string text, int index) =>
        CharUnicodeInfo.GetUnicodeCategory(text, index)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
        || IsSkinTone(text, index);

    // U+1F3FB to U+1F3FF change the color of the character before them.
    private static bool IsSkinTone(string text, int index) =>
        text[index] == '\uD83C' && index + 1 < text.Length && text[index + 1] is >= '\uDFFB' and <= '\uDFFF';
}
