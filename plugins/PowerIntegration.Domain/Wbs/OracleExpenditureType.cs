using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs;

/// <summary>An expenditure type in Oracle.</summary>
public sealed record OracleExpenditureType
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Expenditure type classes that it may be used with, such as supplier invoices.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>True where it is active.</summary>
    public required bool IsActive { get; init; }

    /// <summary>First day; null where none is set.</summary>
    public CalendarDate? Start { get; init; }

    /// <summary>Last day; null where none is set.</summary>
    public CalendarDate? Finish { get; init; }

    /// <summary>True where it can be used on the day.</summary>
    public bool RunsOn(CalendarDate day) => IsActive && (Start is not { } start || start <= day) && (Finish is not { } finish || day <= finish);
}
