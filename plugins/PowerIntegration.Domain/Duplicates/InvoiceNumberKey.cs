using System.Text;

namespace PowerIntegration.Domain.Duplicates;

/// <summary>
/// What makes two invoice numbers of a vendor the same for people. Case, spaces, the kind of a dash, characters that no one sees and full-width
/// characters make no difference. What separates two digits does: 2025-1-12 is not 2025-11-2. Letters that only look alike are different.
/// </summary>
public static class InvoiceNumberKey
{
    private const char SoftHyphen = '\u00AD';

    private const char Separator = '-';

    // Marks and fillers that show nothing and are no format characters to Unicode: joiner, vowel separators, fillers of Hangul.
    private const string Invisible = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180E\u180F\u3164\uFFA0";

    /// <summary>The key; empty where the number has no letter and no digit. Two numbers are the same if their keys are equal and not empty.</summary>
    /// <param name="number">The number as it was typed; null for none.</param>
    public static string Of(string? number)
    {
        var text = Plain(number);
        var key = new StringBuilder(text.Length);
        var isSeparated = false;
        foreach (var character in text)
        {
            if (!IsKept(character))
            {
                isSeparated = true;
                continue;
            }

            if (isSeparated && key.Length > 0 && char.IsDigit(character) && char.IsDigit(key[key.Length - 1]))
            {
                key.Append(Separator);
            }

            key.Append(character);
            isSeparated = false;
        }

        return key.ToString();
    }

    /// <summary>Letters and digits only. Numbers with one key have it in common; it serves a search that cannot tell separators.</summary>
    /// <param name="number">The number as it was typed; null for none.</param>
    public static string Letters(string? number) => new([.. Plain(number).Where(IsKept)]);

    /// <summary>True where both are numbers and are the same.</summary>
    public static bool IsSame(string? first, string? second) => Of(first) is { Length: > 0 } key && key == Of(second);

    private static bool IsKept(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character);

    private static string Plain(string? number)
    {
        // Half of a pair is not text and cannot be normalized; the encoding puts its replacement character there.
        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(number ?? "")).Normalize(NormalizationForm.FormKC);
        var plain = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var isPair = char.IsSurrogatePair(text, index);
            if (!IsHidden(text, index))
            {
                plain.Append(char.ToUpperInvariant(text[index]));
                if (isPair)
                {
                    plain.Append(text[index + 1]);
                }
            }

            index += isPair ? 1 : 0;
        }

        return plain.ToString();
    }

    // A soft hyphen shows where a line breaks, and was typed as a hyphen.
    private static bool IsHidden(string text, int index) =>
        text[index] != SoftHyphen
        && (
            CharUnicodeInfo.GetUnicodeCategory(text, index) == UnicodeCategory.Format
            || Invisible.Contains(text[index])
            || text[index] is >= '\uFE00' and <= '\uFE0F'
        );
}
