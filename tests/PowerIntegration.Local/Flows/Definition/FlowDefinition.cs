namespace PowerIntegration.Local.Flows.Definition;

/// <summary>One cloud flow as its solution ships it.</summary>
public sealed record FlowDefinition
{
    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>The workflow row's id.</summary>
    public required Guid WorkflowId { get; init; }

    /// <summary>Whether the solution ships it turned on.</summary>
    public required bool IsOn { get; init; }

    /// <summary>The file, relative to its solution.</summary>
    public required string File { get; init; }

    /// <summary>The connections by the key that actions use.</summary>
    public required IReadOnlyDictionary<string, ConnectionBinding> Connections { get; init; }

    /// <summary>The parameters by name.</summary>
    public required IReadOnlyDictionary<string, ParameterDefinition> Parameters { get; init; }

    /// <summary>What starts it.</summary>
    public required TriggerDefinition Trigger { get; init; }

    /// <summary>The top-level actions in the order of the file.</summary>
    public required IReadOnlyList<ActionDefinition> Actions { get; init; }

    /// <summary>All actions, outer before inner.</summary>
    public IEnumerable<ActionDefinition> AllActions() => Flatten(Actions);

    private static IEnumerable<ActionDefinition> Flatten(IReadOnlyList<ActionDefinition> actions)
    {
        foreach (var action in actions)
        {
            yield return action;
            foreach (var branch in action.Branches)
            {
                foreach (var inner in Flatten(branch))
                {
                    yield return inner;
                }
            }
        }
    }
}
