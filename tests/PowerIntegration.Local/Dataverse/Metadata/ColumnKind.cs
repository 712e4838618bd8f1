namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>The kinds of column this Dataverse stores. Any other kind in a solution is refused when it is loaded.</summary>
internal enum ColumnKind
{
    /// <summary>The row's own id.</summary>
    PrimaryKey,

    /// <summary>Single line of text.</summary>
    Text,

    /// <summary>Multiple lines of text.</summary>
    Memo,

    /// <summary>Whole number, 32 bits.</summary>
    Integer,

    /// <summary>Whole number, 64 bits; the row version.</summary>
    BigInt,

    /// <summary>Decimal number with a fixed precision.</summary>
    Decimal,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>Date, or date and time.</summary>
    DateTime,

    /// <summary>One choice.</summary>
    Choice,

    /// <summary>Active or inactive.</summary>
    State,

    /// <summary>Status reason.</summary>
    Status,

    /// <summary>Reference to a row.</summary>
    Lookup,

    /// <summary>Reference to the owner.</summary>
    Owner,

    /// <summary>A plain unique identifier.</summary>
    UniqueIdentifier,
}
