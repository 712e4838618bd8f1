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
}
