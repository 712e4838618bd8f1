namespace PowerIntegration.Domain.VendorMatching;

/// <summary>Why a text is not a tax ID that identifies a company.</summary>
public enum TaxNumberFault
{
    /// <summary>It identifies one.</summary>
    None,

    /// <summary>Nothing was entered.</summary>
    Missing,

    /// <summary>The country is not given, and digits of two countries may be the same.</summary>
    CountryMissing,

    /// <summary>It is text, masked, or has too few or too many digits.</summary>
    NotANumber,

    /// <summary>It is a number that is entered where none is known, such as 11-1111111.</summary>
    Placeholder,
}
