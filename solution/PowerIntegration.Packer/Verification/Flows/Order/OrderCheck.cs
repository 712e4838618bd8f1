using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows.Order;

/// <summary>Names are unique, actions wait for actions of their own scope and never for themselves, and limits are kept.</summary>
internal static class OrderCheck
{
    private const int ActionsMax = 500;
    private const int NestingMax = 8;

    /// <summary>What is wrong in a flow.</summary>
    public static IEnumerable<Finding> Find(FlowSource flow)
    {
        FlowOrder order = new(flow);
        return
        [
            .. Whole(flow),
            .. flow.Steps.SelectMany(step => Step(order, step).Select(fault => flow.Says(step.Name + fault.Place, fault.Sentence))),
        ];
    }

    private static IEnumerable<Finding> Whole(FlowSource flow)
    {
        if (flow.Triggers.Count != 1)
        {
            yield return flow.Says("triggers", $"A flow has one trigger; this one has {flow.Triggers.Count}. Keep one.");
        }

        if (flow.Steps.Count is 0 or > ActionsMax)
        {
            yield return flow.Says("actions", $"The flow has {flow.Steps.Count} actions. Write 1 to {ActionsMax}.");
        }

        foreach (
            string name in flow
                .Steps.GroupBy(step => step.Name, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key)
        )
        {
            yield return flow.Says(name, "Two actions of the flow have this name; case does not count. Rename one.");
        }
    }

    private static IEnumerable<(string Place, string Sentence)> Step(FlowOrder order, FlowStep step) => [.. Waiting(order, step), .. Nesting(step)];

    private static IEnumerable<(string Place, string Sentence)> Waiting(FlowOrder order, FlowStep step)
    {
        foreach ((string name, _) in step.RunAfter.Where(entry => order.Beside(step, entry.Name) is null))
        {
            yield return ($"/runAfter/{name}", $"runAfter names {name}, which is not in the same scope. Name an action beside this one.");
        }

        if (order.IsInCircle(step))
        {
            yield return ("/runAfter", "The action waits for itself, directly or over others. Open the circle.");
        }
    }

    private static IEnumerable<(string Place, string Sentence)> Nesting(FlowStep step)
    {
        if (step.SelfAndAround.Count() > NestingMax)
        {
            yield return ("", $"The action is nested deeper than {NestingMax} levels. Move it out.");
        }

        if (step.Kind == "InitializeVariable" && step.Parent is not null)
        {
            yield return ("", "A variable is initialized at the top level only. Move the action there.");
        }

        if (step.Kind == "Terminate" && step.SelfAndAround.Any(around => around.IsLoop))
        {
            yield return ("", "Terminate does not work inside a loop. Move it behind the loop.");
        }
    }
}
