namespace Microsoft.PowerPlatform.Dataverse.Client.Tables;

/// <summary>The attribute types of Dataverse that the stand-in maps; every other one is <see cref="NotMapped"/> and refused when met.</summary>
internal enum ColumnType
{
    NotMapped,
    String,
    Memo,
    EntityName,
    Integer,
    BigInt,
    Decimal,
    Money,
    Boolean,
    Picklist,
    State,
    Status,
    Lookup,
    Owner,
    Customer,
    Uniqueidentifier,
    DateTime,

    /// <summary>A date column whose behaviour is DateOnly: a day without a time, and written as such.</summary>
    DateOnly,
}
