using System.Text;
using System.Text.RegularExpressions;

namespace PowerIntegration.Domain.VendorMatching;

/// <summary>A tax ID: a country and digits. How it was typed makes no difference; letters within it do, where a country has them.</summary>
public sealed record TaxNumber
{
    private const string UnitedStates = "US";
    private const string Australia = "AU";
    private const string Mexico = "MX";
    private const int UsLength = 9;
    private const int AustralianLengthMin = 9;
    private const int OtherLengthMin = 7;
    private const int LengthMax = 15;
    private const int ShownDigits = 4;
    private const string ManyZeros = "0000000";

    // Words in front of or behind a number, also without a space between.
    private static readonly HashSet<string> Labels = new(
        "ein fein tin taxid tax id no nr num number ssn abn acn vat gst hst bn rfc utr crn fed federal".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> GenericMarks = new(["xaxx", "xexx"], StringComparer.Ordinal);

    // A spreadsheet shows a number so.
    private static readonly Regex Decimal = new(@"^(\d{8,})\.0+$", RegexOptions.CultureInvariant);

    // The form on which a tax ID is certified is named beside it.
    private static readonly Regex FormName = new(@"\bw-?9\b", RegexOptions.CultureInvariant);

    private static readonly Regex Separators = new(@"[^\p{L}\d]", RegexOptions.CultureInvariant);

    private static readonly Regex MexicanNumber = new(@"^(?:rfc)?([a-z]{3,4}\d{6}[a-z\d]{3})$", RegexOptions.CultureInvariant);

    // One who hides a number shows its last digits.
    private static readonly Regex Masked = new(@"[*?\u2022]|(?<!\d)_|_(?!\d)|(?<![a-z])x+(?![a-z])", RegexOptions.CultureInvariant);

    private static readonly Regex Part = new(
        @"(?<before>\p{L}*)(?<number>\d[\p{L}\d]*?)(?<after>\p{L}*)(?![\p{L}\d])",
        RegexOptions.CultureInvariant
    );

    private TaxNumber(string country, string digits, string mark)
    {
        Country = country;
        Digits = digits;
        Mark = mark;
    }

    /// <summary>Its country.</summary>
    public string Country { get; }

    /// <summary>Its digits.</summary>
    public string Digits { get; }

    /// <summary>Letters that belong to the number, as in Mexico; empty where there are none.</summary>
    public string Mark { get; }

    /// <summary>The last digits, for sentences: a tax ID may be a person's, and lists are passed on.</summary>
    public string Ending => "tax ID ending in " + Digits.Substring(Digits.Length - ShownDigits);

    /// <summary>Country and digits.</summary>
    public string Key => Country + " " + Digits;

    /// <summary>Reads a tax ID.</summary>
    /// <param name="text">The text as it was typed.</param>
    /// <param name="country">Code of the country that gave it.</param>
    /// <param name="number">The number; null where the text is none that identifies a company.</param>
    /// <returns>Why it is none.</returns>
    public static TaxNumberFault Read(string? text, string country, out TaxNumber? number)
    {
        number = null;
        var plain = CompanyName.Normalized(text).Trim();
        if (plain.Length == 0)
        {
            return TaxNumberFault.Missing;
        }

        if (country.Length == 0)
        {
            return TaxNumberFault.CountryMissing;
        }

        if (Masked.IsMatch(plain))
        {
            return TaxNumberFault.NotANumber;
        }

        Take(Whole(plain, country), country, out var typed, out var mark);
        return Check(typed, mark, country, out number);
    }

    /// <summary>True where both are the same number; letters count where both have them.</summary>
    public bool IsSame(TaxNumber other) =>
        Country == other.Country && Digits == other.Digits && (Mark == other.Mark || Mark.Length == 0 || other.Mark.Length == 0);

    /// <summary>True where one is the other with two neighboring digits swapped or one digit wrong.</summary>
    public bool IsSlipOf(TaxNumber other)
    {
        if (Country != other.Country || Digits.Length != other.Digits.Length)
        {
            return false;
        }

        var places = new List<int>(Enumerable.Range(0, Digits.Length).Where(place => Digits[place] != other.Digits[place]));
        return places.Count == 1
            || (
                places.Count == 2
                && places[1] == places[0] + 1
                && Digits[places[0]] == other.Digits[places[1]]
                && Digits[places[1]] == other.Digits[places[0]]
            );
    }

    /// <summary>The keys of all numbers that are a slip away.</summary>
    internal IEnumerable<string> SlipKeys()
    {
        for (var place = 0; place < Digits.Length; place++)
        {
            var before = Digits.Substring(0, place);
            var after = Digits.Substring(place + 1);
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit != Digits[place])
                {
                    yield return Country + " " + before + digit + after;
                }
            }

            if (after.Length > 0 && after[0] != Digits[place])
            {
                yield return Country + " " + before + after[0] + Digits[place] + after.Substring(1);
            }
        }
    }

    // In Mexico separators are between letters and digits of one number.
    private static string Whole(string plain, string country)
    {
        var together = country == Mexico ? Separators.Replace(plain, "") : "";
        return MexicanNumber.IsMatch(together) ? MexicanNumber.Replace(together, "$1") : Decimal.Replace(FormName.Replace(plain, " ").Trim(), "$1");
    }

    private static void Take(string text, string country, out string digits, out string mark)
    {
        var numbers = new StringBuilder();
        var letters = new StringBuilder();
        foreach (Match part in Part.Matches(text))
        {
            AddLetters(letters, part.Groups["before"].Value, country);
            AddLetters(letters, part.Groups["after"].Value, country);
            foreach (var character in part.Groups["number"].Value)
            {
                if (CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit)
                {
                    numbers.Append((char)('0' + digit));
                }
                else
                {
                    letters.Append(character);
                }
            }
        }

        digits = numbers.ToString();
        mark = letters.ToString();
    }

    private static void AddLetters(StringBuilder letters, string word, string country)
    {
        if (!Labels.Contains(word) && !string.Equals(word, country, StringComparison.OrdinalIgnoreCase))
        {
            letters.Append(word);
        }
    }

    private static TaxNumberFault Check(string typed, string mark, string country, out TaxNumber? number)
    {
        number = null;
        var isUs = country == UnitedStates;

        // Where a number has no letters, one within it is a typing error.
        if (mark.Length > 0 && (isUs || country == Australia))
        {
            return TaxNumberFault.NotANumber;
        }

        // Spreadsheets drop the zero at the beginning.
        var digits = isUs && typed.Length == UsLength - 1 ? "0" + typed : typed;
        if (!HasLength(digits, country))
        {
            return TaxNumberFault.NotANumber;
        }

        if (IsPlaceholder(typed, mark) || IsPlaceholder(digits, mark))
        {
            return TaxNumberFault.Placeholder;
        }

        number = new TaxNumber(country, digits, mark);
        return TaxNumberFault.None;
    }

    private static bool HasLength(string digits, string country) =>
        country == UnitedStates
            ? digits.Length == UsLength
            : digits.Length <= LengthMax && digits.Length >= (country == Australia ? AustralianLengthMin : OtherLengthMin);

    private static bool IsPlaceholder(string digits, string mark) =>
        IsRow(digits, 0)
        || IsRow(digits, 1)
        || IsRow(digits, 9)
        || (mark.Length == 0 && digits.StartsWith("00", StringComparison.Ordinal))
        || digits.EndsWith(ManyZeros, StringComparison.Ordinal)
        || GenericMarks.Contains(mark);

    // Each digit is so much more than the one before; after nine comes zero.
    private static bool IsRow(string digits, int step) =>
        Enumerable.Range(1, digits.Length - 1).All(place => (digits[place] - digits[place - 1] + 10) % 10 == step);
}
