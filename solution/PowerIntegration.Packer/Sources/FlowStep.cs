using System.Text.Json.Nodes;

namespace PowerIntegration.Packer.Sources;

/// <summary>One action of a cloud flow with its place among the others.</summary>
public sealed class FlowStep
{
    private FlowStep(string name, JsonObject node, FlowStep? parent, string branch)
    {
        Name = name;
        Node = node;
        Parent = parent;
        Branch = branch;
        Children = [.. BranchesOf(node).SelectMany(inner => Read(inner.Actions, this, inner.Name))];
    }

    /// <summary>Name of the action; unique in its flow.</summary>
    public string Name { get; }

    /// <summary>The action object; empty where the file holds another kind of value.</summary>
    public JsonObject Node { get; }

    /// <summary>The action around this one; null at the top level.</summary>
    public FlowStep? Parent { get; }

    /// <summary>Which branch of the action around it holds it, such as else/actions; empty at the top level.</summary>
    public string Branch { get; }

    /// <summary>The actions inside this one, in all its branches.</summary>
    public IReadOnlyList<FlowStep> Children { get; }

    /// <summary>Kind of the action; empty where it is missing.</summary>
    public string Kind => Node["type"].Text() ?? "";

    /// <summary>True where the actions inside may run more than once.</summary>
    public bool IsLoop => Kind is "Foreach" or "Until";

    /// <summary>True where the actions inside may not run at all although this one does.</summary>
    public bool IsChoice => Kind is "If" or "Switch";

    /// <summary>This action and those around it, from the inside out.</summary>
    public IEnumerable<FlowStep> SelfAndAround
    {
        get
        {
            for (FlowStep? step = this; step is not null; step = step.Parent)
            {
                yield return step;
            }
        }
    }

    /// <summary>What the action waits for: names of actions in the same scope, each with the statuses that let it go on.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Statuses)> RunAfter =>
        Node["runAfter"].Members().Select(entry => (entry.Key, entry.Value.Texts()));

    /// <summary>The actions of an actions object, each with those inside it; no order but that of the file.</summary>
    public static IReadOnlyList<FlowStep> Read(JsonNode? actions) => [.. Read(actions.Members(), null, "")];

    /// <summary>True where both run in the same scope: the same branch of the same action.</summary>
    public bool IsBeside(FlowStep other) => Parent == other.Parent && Branch == other.Branch;

    private static IEnumerable<FlowStep> Read(JsonObject actions, FlowStep? parent, string branch) =>
        actions.Select(action => new FlowStep(action.Key, action.Value.Members(), parent, branch));

    private static IEnumerable<(string Name, JsonObject Actions)> BranchesOf(JsonObject node) =>
        [
            ("actions", node["actions"].Members()),
            ("else/actions", node["else"].Member("actions").Members()),
            .. node["cases"].Members().Select(entry => ($"cases/{entry.Key}/actions", entry.Value.Member("actions").Members())),
            ("default/actions", node["default"].Member("actions").Members()),
        ];
}
