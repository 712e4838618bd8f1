namespace PowerIntegration.Plugins.Registration;

#pragma warning disable CA1720 // The names are Dataverse's.

/// <summary>Types of custom API parameters; the values are Dataverse's.</summary>
public enum CustomApiFieldType
{
    /// <summary>Boolean.</summary>
    Boolean = 0,

    /// <summary>Date and time.</summary>
    DateTime = 1,

    /// <summary>Decimal.</summary>
    Decimal = 2,

    /// <summary>Whole number.</summary>
    Integer = 7,

    /// <summary>Text.</summary>
    String = 10,

    /// <summary>Unique identifier.</summary>
    Guid = 12,
}
