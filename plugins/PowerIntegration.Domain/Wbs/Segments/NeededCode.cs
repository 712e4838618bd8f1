namespace PowerIntegration.Domain.Wbs.Segments;

/// <summary>A code that a project is to have: the items of a code in use, and the item of its task.</summary>
/// <param name="FlatCode">The code in use.</param>
/// <param name="Task">Item of the task.</param>
/// <param name="Items">Items of the other segments.</param>
public sealed record NeededCode(string FlatCode, CodePath Task, IReadOnlyList<CodeItem> Items)
{
    /// <summary>Tells it from every other combination, as long as the ids of its items are the same.</summary>
    public string Key => Combination(Items, Task);

    /// <summary>For people.</summary>
    public override string ToString() => FlatCode + " with " + Task;

    /// <summary>One text for one combination, whatever the order of the segments.</summary>
    internal static string Combination(IEnumerable<CodeItem> items, CodePath task) =>
        string.Join("|", items.Select(item => item.SegmentId + "=" + item.ItemId).OrderBy(item => item, StringComparer.Ordinal)) + "|" + task;
}
