namespace PowerIntegration.Domain.Wbs;

/// <summary>The tasks of an Oracle project, by number. Upper and lower case differ.</summary>
public sealed class ProjectTasks
{
    private readonly Dictionary<string, ProjectTask> byNumber = new(StringComparer.Ordinal);

    /// <summary>
    /// Arranges tasks. Where a number comes twice, the first task that takes cost counts: one that was deleted in Oracle stays known, and another one
    /// may have its number since.
    /// </summary>
    public ProjectTasks(IEnumerable<ProjectTask> tasks)
    {
        foreach (var task in tasks)
        {
            if (!byNumber.TryGetValue(task.TaskNumber, out var known) || (!TakesCost(known) && TakesCost(task)))
            {
                byNumber[task.TaskNumber] = task;
            }
        }
    }

    /// <summary>No tasks.</summary>
    public static ProjectTasks None { get; } = new([]);

    /// <summary>Every task.</summary>
    public IReadOnlyCollection<ProjectTask> All => byNumber.Values;

    /// <summary>The task with a number; null where the project has none.</summary>
    public ProjectTask? this[string? number] => number is not null && byNumber.TryGetValue(number, out var task) ? task : null;

    private static bool TakesCost(ProjectTask task) => task.IsLowestLevel && task.IsChargeable;
}
