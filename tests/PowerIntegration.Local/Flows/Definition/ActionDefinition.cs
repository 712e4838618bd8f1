using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Flows.Definition;

/// <summary>One action of a flow, read and checked; templates are kept as JSON and evaluated when it runs.</summary>
/// <param name="Header">What every action has.</param>
public abstract record ActionDefinition(ActionHeader Header)
{
    /// <summary>Its name, unique in the flow.</summary>
    public string Name => Header.Name;

    /// <summary>Every list of actions inside it.</summary>
    public virtual IEnumerable<IReadOnlyList<ActionDefinition>> Branches => [];

    /// <summary>Gives a value a name.</summary>
    public sealed record Compose(ActionHeader Header, JsonNode? Inputs) : ActionDefinition(Header);

    /// <summary>Makes a variable.</summary>
    public sealed record InitializeVariable(ActionHeader Header, string Variable, VariableType VariableType, JsonNode? Value)
        : ActionDefinition(Header);

    /// <summary>Changes a variable.</summary>
    public sealed record ChangeVariable(ActionHeader Header, VariableChange Change, string Variable, JsonNode? Value) : ActionDefinition(Header);

    /// <summary>Maps a list.</summary>
    public sealed record Select(ActionHeader Header, JsonNode? From, JsonNode? Map) : ActionDefinition(Header);

    /// <summary>Filters a list.</summary>
    public sealed record Query(ActionHeader Header, JsonNode? From, JsonNode Where) : ActionDefinition(Header);

    /// <summary>Joins a list into a text.</summary>
    public sealed record Join(ActionHeader Header, JsonNode? From, JsonNode JoinWith) : ActionDefinition(Header);

    /// <summary>Reads JSON against a schema.</summary>
    public sealed record ParseJson(ActionHeader Header, JsonNode? Content, JsonObject Schema) : ActionDefinition(Header);

    /// <summary>Waits for a number of units.</summary>
    public sealed record WaitFor(ActionHeader Header, JsonNode Count, string Unit) : ActionDefinition(Header);

    /// <summary>Waits until a time.</summary>
    public sealed record WaitUntil(ActionHeader Header, JsonNode Timestamp) : ActionDefinition(Header);

    /// <summary>Ends the run.</summary>
    public sealed record Terminate(ActionHeader Header, ActionStatus RunStatus, JsonObject? RunError) : ActionDefinition(Header);

    /// <summary>Calls a connector operation.</summary>
    public sealed record Connector(
        ActionHeader Header,
        string ConnectionName,
        string OperationId,
        JsonObject Parameters,
        RetryPolicy? RetryPolicy,
        int? MinimumItemCount
    ) : ActionDefinition(Header);

    /// <summary>Groups actions.</summary>
    public sealed record Scope(ActionHeader Header, IReadOnlyList<ActionDefinition> Actions) : ActionDefinition(Header)
    {
        /// <inheritdoc/>
        public override IEnumerable<IReadOnlyList<ActionDefinition>> Branches => [Actions];
    }

    /// <summary>Chooses between two branches.</summary>
    public sealed record If(ActionHeader Header, JsonNode Expression, IReadOnlyList<ActionDefinition> Actions, IReadOnlyList<ActionDefinition> Else)
        : ActionDefinition(Header)
    {
        /// <inheritdoc/>
        public override IEnumerable<IReadOnlyList<ActionDefinition>> Branches => [Actions, Else];
    }

    /// <summary>Chooses between cases.</summary>
    public sealed record Switch(ActionHeader Header, JsonNode? Expression, IReadOnlyList<SwitchCase> Cases, IReadOnlyList<ActionDefinition> Default)
        : ActionDefinition(Header)
    {
        /// <inheritdoc/>
        public override IEnumerable<IReadOnlyList<ActionDefinition>> Branches => [.. Cases.Select(@case => @case.Actions), Default];
    }

    /// <summary>Runs for every element of a list.</summary>
    public sealed record Foreach(ActionHeader Header, JsonNode? Items, IReadOnlyList<ActionDefinition> Actions, int Repetitions)
        : ActionDefinition(Header)
    {
        /// <inheritdoc/>
        public override IEnumerable<IReadOnlyList<ActionDefinition>> Branches => [Actions];
    }

    /// <summary>Runs until a condition holds or a limit is reached.</summary>
    public sealed record Until(ActionHeader Header, JsonNode Expression, int LimitCount, TimeSpan LimitTime, IReadOnlyList<ActionDefinition> Actions)
        : ActionDefinition(Header)
    {
        /// <inheritdoc/>
        public override IEnumerable<IReadOnlyList<ActionDefinition>> Branches => [Actions];
    }
}
