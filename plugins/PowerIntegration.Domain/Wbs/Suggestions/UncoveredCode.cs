using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs.Suggestions;

/// <summary>A code for which a task is suggested.</summary>
public sealed record UncoveredCode
{
    /// <summary>Its segment values.</summary>
    public required SegmentCodes Codes { get; init; }

    /// <summary>The day on which the task must take cost.</summary>
    public required CalendarDate Day { get; init; }

    /// <summary>What is wrong with the task of today; null where a rule takes the code that was not made for it.</summary>
    public required CodingFault? Fault { get; init; }

    /// <summary>The task that the mapping gives today; null where it gives none.</summary>
    public string? MappedTask { get; init; }

    /// <summary>The task of the purchase order in Oracle; null where there is none.</summary>
    public string? PurchaseOrderTask { get; init; }

    /// <summary>Names of the code, the strongest first: of its task segment's item, then of its cost code.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>True where another task is the cure: nothing is mapped, or the mapped task takes no cost.</summary>
    public static bool IsCuredByAnotherTask(CodingFault? fault) =>
        fault
            is null
                or CodingFault.NoRow
                or CodingFault.TaskMissing
                or CodingFault.SummaryTask
                or CodingFault.TaskClosed
                or CodingFault.NotChargeable;
}
