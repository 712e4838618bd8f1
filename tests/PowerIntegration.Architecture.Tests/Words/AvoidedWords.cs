using System.Text.RegularExpressions;

namespace PowerIntegration.Architecture.Tests.Words;

/// <summary>Words that no screen, card, message or description uses: the product's own idioms and British spelling.</summary>
internal static partial class AvoidedWords
{
    /// <summary>The avoided words in a text, as they are written there.</summary>
    public static IEnumerable<string> In(string text) => Idioms().Matches(text).Concat(BritishSpelling().Matches(text)).Select(match => match.Value);

    [GeneratedRegex(
        @"\bnobody\b|\bsomebody\b|\bstands\b|\bshows otherwise\b|\btakes back\b|\btaken back\b|\bgoes on by itself\b|\banew\b|\bof ours\b"
            + @"|(?<!\bthere )\bis no (?!longer\b|more\b|later\b)|\bas (\w+('s)? ){1,3}says it\b|\blook whether\b|\bknows\b|\bknown here\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Idioms();

    [GeneratedRegex(
        @"\bcancelled\b|\bcancelling\b|\blabour|\bper cent\b|\bbehaviour|\bcolour|\bhonour|\bfavour|\borganisation|\brecognis|\bserialis",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BritishSpelling();
}
