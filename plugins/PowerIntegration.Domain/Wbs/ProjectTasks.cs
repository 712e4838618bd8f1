namespace PowerIntegration.Domain.Wbs;

/// <summary>The tasks of an Oracle project, by number. Upper and lower case differ.</summary>
public sealed class ProjectTasks
{
    private readonly Dictionary<string, ProjectTask> byNumber = new(StringComparer.Ordinal);

    /// <summary>Arranges tasks; where a number comes twice, the first one counts.</summary>
    public ProjectTasks(IEnumerable<ProjectTask> tasks)
    {
        foreach (var task in tasks.Where(task => !byNumber.ContainsKey(task.TaskNumber)))
        {
            byNumber.Add(task.TaskNumber, task);
        }
    }

    /// <summary>No tasks.</summary>
    public static ProjectTasks None { get; } = new([]);

    /// <summary>Every task.</summary>
    public IReadOnlyCollection<ProjectTask> All => byNumber.Values;

    /// <summary>The task with a number; null where the project has none.</summary>
    public ProjectTask? this[string? number] => number is not null && byNumber.TryGetValue(number, out var task) ? task : null;
}
