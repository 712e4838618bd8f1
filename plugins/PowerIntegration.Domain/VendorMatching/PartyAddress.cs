using System.Text;

namespace PowerIntegration.Domain.VendorMatching;

/// <summary>The address of a vendor, a supplier or a site.</summary>
public sealed record PartyAddress
{
    private const string UnitedStates = "US";

    private const int UsPostalLength = 5;

    private readonly string postalCode = "";
    private readonly string country = "";
    private readonly string street = "";

    /// <summary>An address of which nothing is given.</summary>
    public static PartyAddress None { get; } = new();

    /// <summary>Street and number.</summary>
    public string Street
    {
        get => street;
        init
        {
            street = value;
            StreetKey = Plain(value);
            House = new string([.. StreetKey.SkipWhile(character => !char.IsDigit(character)).TakeWhile(char.IsDigit)]);
        }
    }

    /// <summary>Postal code as it was typed.</summary>
    public string PostalCode
    {
        get => postalCode;
        init
        {
            postalCode = value;
            PostalKey = Postal(value, Country);
        }
    }

    /// <summary>The country, as code or name; kept as two letters where it is one that is often typed otherwise.</summary>
    public string Country
    {
        get => country;
        init
        {
            country = CountryCode.Of(value);
            PostalKey = Postal(PostalCode, country);
        }
    }

    /// <summary>The postal code with its country, as it is compared; empty where none is given. In the United States five digits count.</summary>
    public string PostalKey { get; private init; } = "";

    /// <summary>Letters and digits of the street.</summary>
    public string StreetKey { get; private init; } = "";

    /// <summary>The first number in the street: streets are shortened in many ways, numbers are not.</summary>
    public string House { get; private init; } = "";

    /// <summary>True where both have a postal code and it is the same.</summary>
    public bool HasPostalCodeOf(PartyAddress other) => PostalKey.Length > 0 && PostalKey == other.PostalKey;

    /// <summary>True where postal code and street are given and the same.</summary>
    public bool IsSamePlace(PartyAddress other) => HasPostalCodeOf(other) && StreetKey.Length > 0 && StreetKey == other.StreetKey;

    /// <summary>True where postal code and house number are given and the same.</summary>
    public bool IsSameBuilding(PartyAddress other) => HasPostalCodeOf(other) && House.Length > 0 && House == other.House;

    /// <summary>True where both countries are given and differ.</summary>
    public bool IsAbroadFrom(PartyAddress other) => Country.Length > 0 && other.Country.Length > 0 && Country != other.Country;

    private static string Postal(string text, string country)
    {
        var plain = Plain(text);
        if (plain.Length == 0)
        {
            return "";
        }

        // Spreadsheets drop the zero at the beginning, and the four digits behind the hyphen only narrow the place.
        var isUsual = country.Length == 0 || country == UnitedStates;
        return (isUsual ? UnitedStates : country) + " " + (isUsual && plain.All(char.IsDigit) ? Five(plain) : plain);
    }

    private static string Five(string digits) =>
        digits.Length == UsPostalLength - 1 ? "0" + digits
        : digits.Length > UsPostalLength ? digits.Substring(0, UsPostalLength)
        : digits;

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in CompanyName.Normalized(text))
        {
            if (char.IsLetterOrDigit(character))
            {
                plain.Append(character);
            }
        }

        return plain.ToString();
    }
}
