using System.Text;
using System.Text.RegularExpressions;

namespace PowerIntegration.Domain.VendorMatching;

/// <summary>
/// A company's name as names are compared: without case, accents, punctuation, spaces, legal form and a leading "The", and with "and" for "&amp;".
/// A name never links; it proposes, or it contradicts.
/// </summary>
public sealed class CompanyName
{
    /// <summary>Least likeness in percent of two names that may be one with a typing error.</summary>
    public const int AlikeMin = 65;

    /// <summary>Least likeness in percent of related names that begin with a like word.</summary>
    public const int RelatedMin = 60;

    /// <summary>Least likeness in percent of related names, however they begin: trade words alone make names rather alike.</summary>
    public const int CloseMin = 85;

    private const int BeginningMin = 50;

    // "Pulido Steel LLC dba Pulido Iron" is two names of one company.
    private static readonly Regex OtherName = new(
        @"\s+(?:d\s*[./]?\s*b\s*[./]?\s*a\.?|doing\s+business\s+as|f\s*[./]?\s*k\s*[./]?\s*a\.?|a\s*[./]?\s*k\s*[./]?\s*a\.?|t/a|trading\s+as)[\s:]+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    private static readonly HashSet<string> LegalForms = new(
        (
            "llc lc inc incorporated corp corporation co company ltd limited lp llp lllp pllc pc pa plc pty ulc gmbh ag kg sa sas sarl srl spa bv nv "
            + "cv ab oy"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ı'] = "i",
    };

    private CompanyName(IReadOnlyList<string> words)
    {
        Key = string.Concat(words);
        Words = [.. words.Where(word => word != "and").Select(TradeWords.Short)];
        LooseKey = string.Concat(Words);
    }

    /// <summary>What is equal for two ways to write one name.</summary>
    public string Key { get; }

    /// <summary>The same with trade words shortened, so that Mech and Mechanical are one.</summary>
    public string LooseKey { get; }

    /// <summary>The words, trade words shortened.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The names within a text: the name itself, and the one it does business as. Empty where there are no letters and digits.</summary>
    public static IEnumerable<CompanyName> In(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? []
            : OtherName.Split(Spaced(text!)).Select(part => new CompanyName(WordsOf(part))).Where(name => name.Key.Length > 0);

    /// <summary>All names of a party, each once.</summary>
    public static IReadOnlyList<CompanyName> All(params string?[] texts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. texts.SelectMany(In).Where(name => seen.Add(name.Key))];
    }

    /// <summary>How alike two names are, in percent: the pairs of neighboring letters that they share.</summary>
    public int Likeness(CompanyName other)
    {
        if (LooseKey == other.LooseKey)
        {
            return 100;
        }

        return Likeness(LooseKey, other.LooseKey);
    }

    /// <summary>True where the names may be two names of one company: they are close, or rather alike and begin alike.</summary>
    public bool IsRelated(CompanyName other)
    {
        var likeness = Likeness(other);
        return likeness >= CloseMin
            || (
                likeness >= RelatedMin
                && Words.Count > 0
                && other.Words.Count > 0
                && (Words[0] == other.Words[0] || Likeness(Words[0], other.Words[0]) >= BeginningMin)
            );
    }

    /// <summary>Compatible forms, without accents, invisible characters and case.</summary>
    internal static string Normalized(string? text)
    {
        // Half of a pair is not text and cannot be normalized; the encoding puts its replacement character there.
        var sound = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
        var plain = new StringBuilder(sound.Length);
        foreach (var character in sound.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            var small = char.ToLowerInvariant(character);
            plain.Append(Letters.TryGetValue(small, out var letters) ? letters : small.ToString());
        }

        return plain.ToString();
    }

    private static int Likeness(string one, string other)
    {
        var pairs = Pairs(one);
        var theirs = Pairs(other);
        var count = pairs.Count + theirs.Count;
        var shared = pairs.Count(theirs.Remove);
        return count == 0 ? 0 : 200 * shared / count;
    }

    private static List<string> WordsOf(string part)
    {
        var words = Joined(Split(Normalized(part)));
        if (words.Count > 1 && words[0] == "the")
        {
            words.RemoveAt(0);
        }

        while (words.Count > 1 && IsEnding(words[words.Count - 1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words;
    }

    // "Sociedad Anónima de CV" ends with forms and a "de" between them; "Smith & Co" leaves an "and".
    private static bool IsEnding(string word) => LegalForms.Contains(word) || word is "and" or "the" or "de";

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in text + " ")
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
            {
                word.Append(character);
            }
            else if (character is not ('\'' or '\u2019' or '\u2018' or '`'))
            {
                Finish(words, word);
                if (character is '&' or '+')
                {
                    words.Add("and");
                }
            }
        }

        return words;
    }

    private static void Finish(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    // "L.L.C." and "L L C" are LLC.
    private static List<string> Joined(List<string> words)
    {
        var joined = new List<string>();
        var isAfterLetter = false;
        foreach (var word in words)
        {
            var isLetter = word.Length == 1;
            if (isLetter && isAfterLetter)
            {
                joined[joined.Count - 1] += word;
            }
            else
            {
                joined.Add(word);
            }

            isAfterLetter = isLetter;
        }

        return joined;
    }

    private static List<int> Pairs(string text)
    {
        var pairs = new List<int>(text.Length);
        for (var index = 1; index < text.Length; index++)
        {
            pairs.Add((text[index - 1] << 16) | text[index]);
        }

        return pairs;
    }

    private static string Spaced(string text) => text.Replace('\u00A0', ' ').Replace('\t', ' ');
}
