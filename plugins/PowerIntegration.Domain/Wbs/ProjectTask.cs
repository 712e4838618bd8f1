using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs;

/// <summary>A task of an Oracle project.</summary>
public sealed record ProjectTask
{
    /// <summary>Task number.</summary>
    public required string TaskNumber { get; init; }

    /// <summary>Name; empty where it was not read.</summary>
    public string Name { get; init; } = "";

    /// <summary>Number of the task above it; null at the top, or where it was not read.</summary>
    public string? Parent { get; init; }

    /// <summary>True where it has no subtasks.</summary>
    public required bool IsLowestLevel { get; init; }

    /// <summary>True where cost can be charged to it.</summary>
    public required bool IsChargeable { get; init; }

    /// <summary>First day; null where none is set.</summary>
    public CalendarDate? Start { get; init; }

    /// <summary>Last day; null where none is set.</summary>
    public CalendarDate? Finish { get; init; }

    /// <summary>The day on which it stopped being a chargeable lowest-level task; null where it did not, or where that is not recorded.</summary>
    public CalendarDate? ChangedOn { get; init; }

    /// <summary>True where the task is open on the day.</summary>
    public bool RunsOn(CalendarDate day) => (Start is not { } start || start <= day) && (Finish is not { } finish || day <= finish);

    /// <summary>True where cost of the day can be charged to it.</summary>
    public bool TakesCostOn(CalendarDate day) => IsLowestLevel && IsChargeable && RunsOn(day);
}
