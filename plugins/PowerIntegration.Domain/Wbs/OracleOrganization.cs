using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs;

/// <summary>An organization in Oracle.</summary>
public sealed record OracleOrganization
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Business unit.</summary>
    public required string BusinessUnit { get; init; }

    /// <summary>True where it is the one that its business unit uses unless another is named.</summary>
    public bool IsUnitDefault { get; init; }

    /// <summary>True where it may own expenditures.</summary>
    public required bool OwnsExpenditures { get; init; }

    /// <summary>First day; null where none is set.</summary>
    public CalendarDate? Start { get; init; }

    /// <summary>Last day; null where none is set.</summary>
    public CalendarDate? Finish { get; init; }

    /// <summary>True where it can own expenditures of the day.</summary>
    public bool OwnsOn(CalendarDate day) =>
        OwnsExpenditures && (Start is not { } start || start <= day) && (Finish is not { } finish || day <= finish);
}
