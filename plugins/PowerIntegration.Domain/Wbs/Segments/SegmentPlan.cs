using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Wbs.Segments;

/// <summary>
/// What makes the items of a segment those that a project's tasks want. An item whose task takes no cost any more becomes inactive; nothing is ever
/// deleted, and what is no task is left as it is.
/// </summary>
public sealed class SegmentPlan
{
    private readonly WantedItems wanted;
    private readonly List<SegmentChange> changes = [];
    private readonly List<string> others = [];
    private readonly List<string> problems;
    private readonly HashSet<CodePath> doubled;
    private readonly Dictionary<CodePath, WantedItem> byPath;
    private int gone;

    private SegmentPlan(WantedItems wanted, IReadOnlyList<SegmentItem> items)
    {
        this.wanted = wanted;
        byPath = wanted.Items.ToDictionary(item => item.Path);
        var listed = items.GroupBy(item => item.Path).ToDictionary(same => same.Key, same => same.ToList());
        doubled = [.. listed.Where(same => same.Value.Count > 1).Select(same => same.Key)];
        problems =
        [
            .. wanted.Problems,
            .. doubled
                .Select(path => Sentence.Of($"Procore has {listed[path].Count} items {path}. Keep one of them."))
                .OrderBy(s => s, StringComparer.Ordinal),
        ];
        foreach (var item in wanted.Items.Where(item => !doubled.Contains(item.Path)))
        {
            Want(item, listed.TryGetValue(item.Path, out var found) ? found[0] : null);
        }

        // From the bottom up, so that no item is active below an inactive one in between.
        foreach (var item in items.OrderByDescending(item => item.Path.Depth).ThenBy(item => item.Path.ToString(), StringComparer.Ordinal))
        {
            Leave(item);
        }
    }

    /// <summary>The changes, in the order in which Procore takes them.</summary>
    public IReadOnlyList<SegmentChange> Changes => changes;

    /// <summary>The items that the tasks want.</summary>
    public WantedItems Items => wanted;

    /// <summary>Number of items that the tasks want.</summary>
    public int Wanted => wanted.Items.Count;

    /// <summary>Number of items that are kept in step: those that the tasks want, and those of tasks that take no cost.</summary>
    public int Kept => Wanted + gone;

    /// <summary>Codes of the items that are no tasks of the project; they are left as they are.</summary>
    public IReadOnlyList<string> Others => others;

    /// <summary>What cannot be brought into step, with what to do about it.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>The changes for some items.</summary>
    public static SegmentPlan Of(IEnumerable<ProjectTask> tasks, IReadOnlyList<SegmentItem> items, SegmentShape shape)
    {
        var plan = new SegmentPlan(WantedItems.Of(tasks, shape), items);
        Invariant.Require(plan.IsReached(items, plan.Apply(items)), "The changes of a plan give exactly the items that the tasks want.");
        return plan;
    }

    /// <summary>The items after the changes.</summary>
    public IReadOnlyList<SegmentItem> Apply(IReadOnlyList<SegmentItem> items)
    {
        var byId = changes.Where(change => change.ItemId is not null).ToDictionary(change => change.ItemId!, StringComparer.Ordinal);
        return
        [
            .. items.Select(item => byId.TryGetValue(item.Id, out var change) ? Changed(item, change) : item),
            .. changes.Where(change => change.ItemId is null).Select(Created),
        ];
    }

    private static SegmentItem Changed(SegmentItem item, SegmentChange change) =>
        item with
        {
            Name = change.Name ?? item.Name,
            IsActive = change.Kind == SegmentChangeKind.Activate || (change.Kind != SegmentChangeKind.Deactivate && item.IsActive),
        };

    private static SegmentItem Created(SegmentChange change) =>
        new()
        {
            Id = "new " + change.Path,
            Path = change.Path,
            Name = change.Name!,
            IsActive = true,
        };

    private void Want(WantedItem item, SegmentItem? found)
    {
        if (found is null)
        {
            changes.Add(new SegmentChange(SegmentChangeKind.Create, item.Path, null, item.Name));
            return;
        }

        var name = found.Name.Trim() == item.Name ? null : item.Name;
        if (!found.IsActive)
        {
            changes.Add(new SegmentChange(SegmentChangeKind.Activate, item.Path, found.Id, name));
        }
        else if (name is not null)
        {
            changes.Add(new SegmentChange(SegmentChangeKind.Rename, item.Path, found.Id, name));
        }
    }

    private void Leave(SegmentItem item)
    {
        if (!wanted.HasTask(item.Path.Code))
        {
            others.Add(item.Path.ToString());
        }
        else if (IsGone(item))
        {
            gone++;
            if (item.IsActive)
            {
                changes.Add(new SegmentChange(SegmentChangeKind.Deactivate, item.Path, item.Id, null));
            }
        }
    }

    // A task that moved below another one has an item where it was.
    private bool IsGone(SegmentItem item) =>
        wanted.HasTask(item.Path.Code) && !byPath.ContainsKey(item.Path) && !doubled.Contains(item.Path) && !wanted.IsUnusable(item.Path.Code);

    private bool IsReached(IReadOnlyList<SegmentItem> before, IReadOnlyList<SegmentItem> after)
    {
        var reached = 0;
        for (var index = 0; index < after.Count; index++)
        {
            var item = after[index];
            var isAsBefore = index < before.Count && item == before[index];
            if (doubled.Contains(item.Path) || !byPath.TryGetValue(item.Path, out var target))
            {
                if (IsGone(item) ? item.IsActive : !isAsBefore)
                {
                    return false;
                }
            }
            else if (item.IsActive && item.Name.Trim() == target.Name)
            {
                reached++;
            }
            else
            {
                return false;
            }
        }

        return reached == byPath.Keys.Count(path => !doubled.Contains(path));
    }
}
