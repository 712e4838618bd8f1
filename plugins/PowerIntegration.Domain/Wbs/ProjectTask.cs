using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs;

/// <summary>A task of an Oracle project.</summary>
public sealed record ProjectTask
{
    /// <summary>Task number.</summary>
    public required string TaskNumber { get; init; }

    /// <summary>True where no task stands below it.</summary>
    public required bool IsLowestLevel { get; init; }

    /// <summary>True where it takes cost.</summary>
    public required bool IsChargeable { get; init; }

    /// <summary>First day; null where it has none.</summary>
    public CalendarDate? Start { get; init; }

    /// <summary>Last day; null where it has none.</summary>
    public CalendarDate? Finish { get; init; }

    /// <summary>True where the task runs on the day.</summary>
    public bool RunsOn(CalendarDate day) => (Start is not { } start || start <= day) && (Finish is not { } finish || day <= finish);
}
