using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents;

/// <summary>
/// Reads texts that another system sent, each under its field's name, and collects what cannot be read. Nothing becomes zero by accident.
/// </summary>
public sealed class FieldReader
{
    /// <summary>Most digits before the decimal point: what an amount column takes.</summary>
    public const int WholeDigitsMax = 12;

    /// <summary>Most digits after the decimal point.</summary>
    public const int DecimalDigitsMax = 2;

    /// <summary>Most digits after the decimal point of a rate.</summary>
    public const int RateDigitsMax = 8;

    private const NumberStyles AmountStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private readonly List<string> problems = [];

    /// <summary>What could not be read, one sentence each.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Adds a problem that the caller found.</summary>
    /// <param name="sentence">Names the field and what is wrong with it.</param>
    public void Add(string sentence) => problems.Add(sentence);

    /// <summary>A text that must be there.</summary>
    public string Text(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add($"{field} is missing.");
        }

        return text ?? "";
    }

    /// <summary>An amount such as <c>-1234.50</c>: no group separators, no exponent, at most two decimals.</summary>
    public decimal Amount(string field, string? text)
    {
        if (!decimal.TryParse(text, AmountStyle, CultureInfo.InvariantCulture, out var amount) || !HasFittingDigits(text!, DecimalDigitsMax))
        {
            problems.Add($"{field} is '{text}', which is not an amount such as 1234.50.");
            return 0m;
        }

        if (!AmountLimit.Holds(amount))
        {
            problems.Add($"{field} is {text}; amounts go up to {Sentence.Amount(AmountLimit.Max)}.");
            return 0m;
        }

        return amount;
    }

    /// <summary>A fraction such as <c>0.10</c> for ten percent, at most eight decimals.</summary>
    public decimal Rate(string field, string? text)
    {
        if (!decimal.TryParse(text, AmountStyle, CultureInfo.InvariantCulture, out var rate) || !HasFittingDigits(text!, RateDigitsMax))
        {
            problems.Add($"{field} is '{text}', which is not a rate such as 0.10 for 10 percent.");
            return 0m;
        }

        return rate;
    }

    /// <summary>True or false.</summary>
    public bool Flag(string field, string? text)
    {
        if (text is not ("true" or "false"))
        {
            problems.Add($"{field} is '{text}'. Enter true or false.");
        }

        return text == "true";
    }

    /// <summary>One of the words of an enumeration, which begin with a small letter; null where the text is none of them.</summary>
    public TEnum? Choice<TEnum>(string field, string? text)
        where TEnum : struct, Enum
    {
        var words = typeof(TEnum).GetEnumNames();
        if (words.FirstOrDefault(word => ChoiceTextOf(word) == text) is { } found && Enum.TryParse<TEnum>(found, out var value))
        {
            return value;
        }

        problems.Add($"{field} is '{text}'. Enter one of {ChoicesOf<TEnum>()}.");
        return null;
    }

    /// <summary>The words of an enumeration, for sentences.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    public static string ChoicesOf<TEnum>()
        where TEnum : struct, Enum => string.Join(", ", typeof(TEnum).GetEnumNames().Select(ChoiceTextOf));

    /// <summary>A value of an enumeration as texts spell it.</summary>
    public static string ChoiceTextOf(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>A whole number, not negative.</summary>
    public int WholeNumber(string field, string? text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            problems.Add($"{field} is '{text}', which is not a whole number.");
        }

        return number;
    }

    /// <summary>A whole number that may be missing.</summary>
    public int? OptionalWholeNumber(string field, string? text) => string.IsNullOrEmpty(text) ? null : WholeNumber(field, text);

    /// <summary>The ID of a row.</summary>
    public Guid Id(string field, string? text)
    {
        if (!Guid.TryParse(text, out var id))
        {
            problems.Add($"{field} is '{text}', which is not the ID of a row.");
        }

        return id;
    }

    /// <summary>A date such as <c>2025-10-31</c>; a time or an offset behind it does not move the day.</summary>
    public CalendarDate Date(string field, string? text)
    {
        if (!NamedDay.TryRead(text, out var date, out var problem))
        {
            problems.Add($"{field} is '{text}', {problem}.");
        }

        return date;
    }

    /// <summary>A date that may be missing.</summary>
    public CalendarDate? OptionalDate(string field, string? text) => string.IsNullOrEmpty(text) ? null : Date(field, text);

    private static bool HasFittingDigits(string text, int decimalsMax)
    {
        int whole = 0,
            decimals = 0;
        var isAfterPoint = false;
        foreach (var character in text)
        {
            if (character == '.')
            {
                isAfterPoint = true;
            }
            else if (character is >= '0' and <= '9')
            {
                whole += isAfterPoint ? 0 : 1;
                decimals += isAfterPoint ? 1 : 0;
            }
        }

        return whole is >= 1 and <= WholeDigitsMax && decimals <= decimalsMax;
    }
}
