namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Types of custom API parameters that this Dataverse passes; the numbers are those of the files. Others are refused when loaded.</summary>
internal enum CustomApiType
{
    /// <summary>Yes or no.</summary>
    Boolean = 0,

    /// <summary>Date and time.</summary>
    DateTime = 1,

    /// <summary>Decimal number.</summary>
    Decimal = 2,

    /// <summary>Whole number.</summary>
    Integer = 7,

    /// <summary>Choice value.</summary>
    Picklist = 9,

    /// <summary>Text.</summary>
    String = 10,

    /// <summary>List of texts.</summary>
    StringArray = 11,

    /// <summary>Unique identifier.</summary>
    Guid = 12,
}
