using System.Text;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>What makes two line IDs the same for people: letters without case, spaces only between words and only one.</summary>
public static class LineIdKey
{
    /// <summary>True where the ID is its own key, as numbers are: two such IDs are the same only if they are equal.</summary>
    /// <param name="id">The ID.</param>
    public static bool IsPlain(string id)
    {
        foreach (var letter in id)
        {
            if (!IsPlain(letter))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The key.</summary>
    /// <param name="id">The ID.</param>
    public static string Of(string id)
    {
        var key = new StringBuilder(id.Length);
        var isSpaceDue = false;
        foreach (var letter in id.Normalize(NormalizationForm.FormKC))
        {
            if (IsHidden(letter))
            {
                continue;
            }

            if (IsBlank(letter))
            {
                isSpaceDue = key.Length > 0;
                continue;
            }

            if (isSpaceDue)
            {
                key.Append(' ');
                isSpaceDue = false;
            }

            key.Append(IsDash(letter) ? '-' : char.ToUpperInvariant(letter));
        }

        return key.ToString();
    }

    private static bool IsPlain(char letter) => letter is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or '-' or '.';

    private static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter);

    // A character that no one sees, such as a zero-width space, separates nothing.
    private static bool IsHidden(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    private static bool IsDash(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.DashPunctuation;
}
