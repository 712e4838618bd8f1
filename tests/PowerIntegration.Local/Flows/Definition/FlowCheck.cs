namespace PowerIntegration.Local.Flows.Definition;

/// <summary>Checks what one property alone cannot show: names, order, nesting, variables, connections and expressions.</summary>
internal static class FlowCheck
{
    private const int MostActions = 500;
    private const int DeepestNesting = 8;
    private const int LongestActionName = 80;

    /// <summary>Checks a flow.</summary>
    /// <exception cref="FlowDefinitionException">The flow contradicts itself or breaks a limit.</exception>
    public static void Run(FlowDefinition flow)
    {
        var actions = flow.AllActions().ToList();
        Require(flow, actions.Count <= MostActions, $"holds {actions.Count} actions, and {MostActions} are allowed");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var action in actions)
        {
            Require(flow, names.Add(action.Name), $"has two actions named '{action.Name}'");
            Require(
                flow,
                action.Name.Length <= LongestActionName,
                $"has the action name '{action.Name}', which is longer than {LongestActionName} characters"
            );
            CheckConnection(flow, action);
        }

        if (flow.Trigger is TriggerDefinition.Webhook trigger)
        {
            Require(flow, flow.Connections.ContainsKey(trigger.ConnectionName), $"has no connection '{trigger.ConnectionName}' for its trigger");
        }

        CheckOrder(flow, flow.Actions);
        CheckNesting(flow, flow.Actions, depth: 1, isInLoop: false);
        ExpressionCheck.Run(flow, names);
    }

    private static void CheckConnection(FlowDefinition flow, ActionDefinition action)
    {
        if (action is ActionDefinition.Connector connector)
        {
            Require(
                flow,
                flow.Connections.ContainsKey(connector.ConnectionName),
                $"has no connection '{connector.ConnectionName}' for the action '{action.Name}'"
            );
        }
    }

    private static void CheckOrder(FlowDefinition flow, IReadOnlyList<ActionDefinition> actions)
    {
        var siblings = actions.Select(action => action.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var action in actions)
        {
            foreach (var predecessor in action.Header.RunAfter.Keys)
            {
                Require(flow, siblings.Contains(predecessor), $"lets '{action.Name}' run after '{predecessor}', which is not in the same scope");
            }
        }

        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (actions.Where(action => !done.Contains(action.Name) && action.Header.RunAfter.Keys.All(done.Contains)).ToList() is { Count: > 0 } next)
        {
            done.UnionWith(next.Select(action => action.Name));
        }

        Require(flow, done.Count == actions.Count, $"lets '{actions.FirstOrDefault(action => !done.Contains(action.Name))?.Name}' wait for itself");
        foreach (var branch in actions.SelectMany(action => action.Branches))
        {
            CheckOrder(flow, branch);
        }
    }

    private static void CheckNesting(FlowDefinition flow, IReadOnlyList<ActionDefinition> actions, int depth, bool isInLoop)
    {
        foreach (var action in actions)
        {
            Require(flow, depth <= DeepestNesting, $"nests '{action.Name}' deeper than {DeepestNesting} levels");
            Require(
                flow,
                depth == 1 || action is not ActionDefinition.InitializeVariable,
                $"makes a variable in '{action.Name}', which is not at the top level"
            );
            Require(flow, !isInLoop || action is not ActionDefinition.Terminate, $"ends the run in '{action.Name}', which is inside a loop");
            var isLoop = action is ActionDefinition.Foreach or ActionDefinition.Until;
            foreach (var branch in action.Branches)
            {
                CheckNesting(flow, branch, depth + 1, isInLoop || isLoop);
            }
        }
    }

    private static void Require(FlowDefinition flow, bool holds, string what)
    {
        if (!holds)
        {
            throw new FlowDefinitionException($"{flow.File}: the flow '{flow.Name}' {what}.");
        }
    }
}
