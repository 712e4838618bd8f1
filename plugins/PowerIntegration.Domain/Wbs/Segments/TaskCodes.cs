using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs.Segments;

/// <summary>
/// The codes with a task that a project needs. The items of a code cannot be changed, so a code in use without a task gets another one beside it: the
/// same items, and the item of the task that its mapping decides on the day. Lines that have the code in use keep it.
/// </summary>
public sealed class TaskCodes
{
    private readonly HashSet<string> there;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<NeededCode> missing = [];
    private readonly List<string> undecided = [];
    private readonly List<string> inactive = [];

    private TaskCodes(IEnumerable<ListedCode> codes) =>
        there = new HashSet<string>(
            codes.Where(code => code.Task is not null).Select(code => NeededCode.Combination(code.Items, code.Task!)),
            StringComparer.Ordinal
        );

    /// <summary>No code is needed.</summary>
    public static TaskCodes None { get; } = new([]);

    /// <summary>Codes that are to be made.</summary>
    public IReadOnlyList<NeededCode> Missing => missing;

    /// <summary>Number of codes that are needed, made or not.</summary>
    public int Needed => known.Count;

    /// <summary>Codes in use of which the mapping decides no single task that Oracle takes.</summary>
    public IReadOnlyList<string> Undecided => undecided;

    /// <summary>Codes in use that have an inactive item, which no new code takes.</summary>
    public IReadOnlyList<string> Inactive => inactive;

    /// <summary>The codes for what a project has.</summary>
    /// <param name="codes">Every code of the project.</param>
    /// <param name="mapping">What decides their tasks.</param>
    /// <param name="items">Items that the segment is to have.</param>
    /// <param name="day">The day on which the mapping decides.</param>
    public static TaskCodes Of(IReadOnlyList<ListedCode> codes, WbsMapping mapping, WantedItems items, CalendarDate day)
    {
        var needed = new TaskCodes(codes);

        // Where rules alone give the task, the value of the segment decides nothing.
        if (mapping.TaskSource != TaskSource.Rule)
        {
            var ruled = mapping with { TaskSource = TaskSource.SegmentOrRule };
            foreach (var code in codes.Where(code => code.IsActive && code.IsInUse && code.Task is null))
            {
                needed.Add(code, ruled, items, day);
            }
        }

        return needed;
    }

    private void Add(ListedCode code, WbsMapping mapping, WantedItems items, CalendarDate day)
    {
        var decision = CodeDecision.Of(code.Codes, CodeUse.OfSupplierInvoices, mapping, day);
        var task = decision.Fault is null ? items.PathOf(decision.Coding!.TaskNumber) : null;
        if (task is null)
        {
            undecided.Add(code.FlatCode);
        }
        else if (!code.Items.All(item => item.IsActive))
        {
            inactive.Add(code.FlatCode);
        }
        else
        {
            Need(new NeededCode(code.FlatCode, task, code.Items));
        }
    }

    private void Need(NeededCode code)
    {
        if (known.Add(code.Key) && !there.Contains(code.Key))
        {
            missing.Add(code);
        }
    }
}
