namespace PowerIntegration.Domain.Wbs.Suggestions;

/// <summary>How often each task is the coding of codes that are alike, the most frequent first.</summary>
public sealed class MappedTasks
{
    // In the order in which they came, so that equal counts keep a stable order.
    private readonly List<TaskCount> counts = [];

    /// <summary>Counts a task once more.</summary>
    public void Add(string taskNumber)
    {
        var place = counts.FindIndex(count => string.Equals(count.TaskNumber, taskNumber, StringComparison.Ordinal));
        if (place < 0)
        {
            counts.Add(new TaskCount(taskNumber, 1));
        }
        else
        {
            counts[place] = counts[place] with { Count = counts[place].Count + 1 };
        }
    }

    /// <summary>The tasks, the most frequent first.</summary>
    public IEnumerable<string> MostFrequentFirst => counts.OrderByDescending(count => count.Count).Select(count => count.TaskNumber);

    private readonly record struct TaskCount(string TaskNumber, int Count);
}
