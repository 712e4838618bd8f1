using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>
/// The status of a list of actions is that of its last ones: a skipped last action stands for those before it, so a failure that something
/// handled does not count and a failure that only skipped things does.
/// </summary>
internal static class LeafAnalysis
{
    /// <summary>Whether a last action failed or timed out.</summary>
    public static bool HasFailed(IReadOnlyList<ActionDefinition> actions, IReadOnlyDictionary<string, ActionResult> results)
    {
        var byName = actions.ToDictionary(action => action.Name, StringComparer.OrdinalIgnoreCase);
        var predecessors = actions.SelectMany(action => action.Header.RunAfter.Keys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<ActionDefinition>(actions.Where(action => !predecessors.Contains(action.Name)));
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (open.TryDequeue(out var leaf))
        {
            if (!seen.Add(leaf.Name))
            {
                continue;
            }

            switch (results[leaf.Name].Status)
            {
                case ActionStatus.Failed or ActionStatus.TimedOut:
                    return true;
                case ActionStatus.Skipped:
                    foreach (var predecessor in leaf.Header.RunAfter.Keys)
                    {
                        open.Enqueue(byName[predecessor]);
                    }

                    break;
            }
        }

        return false;
    }
}
