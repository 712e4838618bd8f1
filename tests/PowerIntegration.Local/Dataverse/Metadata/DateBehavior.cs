namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>How a date column treats time zones; the numbers are those of Entity.xml.</summary>
internal enum DateBehavior
{
    /// <summary>Not a date column.</summary>
    None = 0,

    /// <summary>Stored in UTC.</summary>
    UserLocal = 1,

    /// <summary>A calendar date without time.</summary>
    DateOnly = 2,

    /// <summary>A time that no zone changes.</summary>
    TimeZoneIndependent = 3,
}
