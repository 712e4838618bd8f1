using System.Text;

namespace PowerIntegration.Domain.Refusals;

/// <summary>Texts for people, formatted the same on every machine.</summary>
public static class Sentence
{
    // Shows every decimal place, so that no sentence hides a fraction of a cent.
    private const string AmountFormat = "#,##0.00##########";

    private const string Cut = " ...";

    // Room for "and 2,000 more", whatever the number.
    private const int LeftOutLengthMax = 32;

    /// <summary>Fills a text with invariant numbers; a long one may come in parts.</summary>
    public static string Of(params FormattableString[] parts) => string.Concat(parts.Select(part => part.ToString(CultureInfo.InvariantCulture)));

    /// <summary>An amount as <c>1,234.50</c>.</summary>
    public static string Amount(decimal amount) => amount.ToString(AmountFormat, CultureInfo.InvariantCulture);

    /// <summary>A number with its noun: <c>1 line</c>, <c>2 lines</c>.</summary>
    public static string Count(int number, string noun) => Of($"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>The text, cut to a column's length; the cut is visible.</summary>
    public static string Fit(string text, int lengthMax) => text.Length <= lengthMax ? text : WholeText.Start(text, lengthMax - Cut.Length) + Cut;

    /// <summary>One line of text for each, as many as fit a column; the number left out is stated.</summary>
    public static string Lines(IReadOnlyList<string> lines, int lengthMax)
    {
        var room = lengthMax - LeftOutLengthMax;
        var kept = 0;
        for (var length = 0; kept < lines.Count; kept++)
        {
            length += lines[kept].Length + 1;
            if (length > room)
            {
                return Of($"{string.Join("\n", lines.Take(kept))}\nand {lines.Count - kept} more");
            }
        }

        return string.Join("\n", lines);
    }

    /// <summary>An enumeration value in plain words: <c>Standard invoice</c>.</summary>
    public static string Words(Enum value)
    {
        var words = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            words.Append(char.IsUpper(letter) && words.Length > 0 ? " " + char.ToLower(letter, CultureInfo.InvariantCulture) : letter.ToString());
        }

        return words.ToString();
    }

    /// <summary>The text with a capital first letter.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);

    /// <summary>A value in quotes, or <c>(none)</c> where it is missing.</summary>
    public static string Quoted(string? value) => string.IsNullOrEmpty(value) ? "(none)" : "'" + value + "'";
}
