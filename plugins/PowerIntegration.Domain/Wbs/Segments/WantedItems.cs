using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Wbs.Segments;

/// <summary>
/// The items that a segment is to have for the tasks of a project: the chargeable lowest-level tasks, and in a tiered segment the tasks above them.
/// The code of an item is the number of its task.
/// </summary>
public sealed class WantedItems
{
    private readonly Dictionary<string, List<ProjectTask>> byNumber;
    private readonly Dictionary<string, WantedItem> wanted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> unusable = new(StringComparer.Ordinal);
    private readonly List<WantedItem> ordered = [];
    private readonly SegmentShape shape;

    private WantedItems(IEnumerable<ProjectTask> tasks, SegmentShape shape)
    {
        this.shape = shape;
        byNumber = tasks
            .GroupBy(task => task.TaskNumber, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.ToList(), StringComparer.Ordinal);
        foreach (var number in byNumber.Keys.OrderBy(number => number, StringComparer.Ordinal))
        {
            if (byNumber[number].Exists(TakesCost))
            {
                Want(number, []);
            }
        }
    }

    /// <summary>The items, each behind those above it.</summary>
    public IReadOnlyList<WantedItem> Items => ordered;

    /// <summary>Sentences about the tasks that cannot become items, in the order of their numbers.</summary>
    public IReadOnlyList<string> Problems => [.. unusable.OrderBy(problem => problem.Key, StringComparer.Ordinal).Select(problem => problem.Value)];

    /// <summary>The items for some tasks.</summary>
    public static WantedItems Of(IEnumerable<ProjectTask> tasks, SegmentShape shape) => new(tasks, shape);

    /// <summary>True where a task of the project has the number, whether it is to be an item or not.</summary>
    public bool HasTask(string number) => byNumber.ContainsKey(number);

    /// <summary>True where the task with the number cannot become an item, so that what Procore has for it stays as it is.</summary>
    public bool IsUnusable(string number) => unusable.ContainsKey(number);

    /// <summary>Where the item of a task is; null where the task is not to be an item.</summary>
    public CodePath? PathOf(string number) => wanted.TryGetValue(number, out var item) ? item.Path : null;

    private static bool TakesCost(ProjectTask task) => task.IsLowestLevel && task.IsChargeable;

    private WantedItem? Want(string number, HashSet<string> below)
    {
        if (wanted.TryGetValue(number, out var known))
        {
            return known;
        }

        if (IsUnusable(number))
        {
            return null;
        }

        // A row of a task that Oracle does not have any more may have the number of a later one; the one that takes cost is meant.
        var same = byNumber[number].Where(TakesCost).ToList();
        same = same.Count > 0 ? same : byNumber[number];
        var task = same[0];
        if (!below.Add(number))
        {
            return Refuse(
                number,
                Sentence.Of($"Task {number} is below itself in Oracle. Ask the Oracle administrator to correct the task above it.")
            );
        }

        if (Problem(number, same.Count) is { } problem)
        {
            return Refuse(number, problem);
        }

        var above = Above(task, below, out var isUsable);
        return isUsable
            ? Add(number, task, above)
            : Refuse(
                number,
                Sentence.Of($"Task {number} cannot become an item, because task {task.Parent} above it cannot. Correct task {task.Parent}.")
            );
    }

    private WantedItem? Above(ProjectTask task, HashSet<string> below, out bool isUsable)
    {
        var hasAbove = shape.IsTiered && task.Parent is { } parent && byNumber.ContainsKey(parent);
        var above = hasAbove ? Want(task.Parent!, below) : null;
        isUsable = !hasAbove || above is not null;
        return above;
    }

    private WantedItem Add(string number, ProjectTask task, WantedItem? above)
    {
        var name = task.Name.Trim();
        var item = new WantedItem(new CodePath(number, above?.Path), name.Length == 0 ? number : name);
        wanted[number] = item;
        ordered.Add(item);
        return item;
    }

    private WantedItem? Refuse(string number, string sentence)
    {
        if (!unusable.ContainsKey(number))
        {
            unusable[number] = sentence;
        }

        return null;
    }

    private string? Problem(string number, int tasks) =>
        tasks > 1 ? Sentence.Of($"Number {number} belongs to {tasks} tasks in Oracle. Give each task a number of its own.")
        : number.Length > shape.CodeLengthMax
            ? Sentence.Of(
                $"Task {number} has {number.Length} characters in its number, but a code can have {shape.CodeLengthMax}. Shorten the number."
            )
        : null;
}
