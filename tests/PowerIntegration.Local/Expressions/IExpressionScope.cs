using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>What an expression sees of its run. Every member refuses by name what does not exist.</summary>
public interface IExpressionScope
{
    /// <summary>Now.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>A new identifier.</summary>
    Guid NextGuid();

    /// <summary>A random number from 0 to below <paramref name="exclusiveMax"/>.</summary>
    int NextInt(int exclusiveMax);

    /// <summary>The value of a flow parameter.</summary>
    JsonNode? Parameter(string name);

    /// <summary>The trigger as an object with <c>name</c>, <c>inputs</c>, <c>outputs</c>, <c>startTime</c>.</summary>
    JsonObject Trigger();

    /// <summary>The outputs of the trigger.</summary>
    JsonNode? TriggerOutputs();

    /// <summary>The outputs of a finished action.</summary>
    JsonNode? ActionOutputs(string name);

    /// <summary>A finished action as an object with <c>name</c>, <c>inputs</c>, <c>outputs</c>, <c>status</c>, <c>code</c>, <c>error</c>.</summary>
    JsonObject Action(string name);

    /// <summary>The value of a variable.</summary>
    JsonNode? Variable(string name);

    /// <summary>The current element of the innermost loop, select or filter, or of the named loop.</summary>
    JsonNode? Item(string? loopName);

    /// <summary>How often the named Until has run before; 0 in the first pass.</summary>
    long IterationIndex(string loopName);

    /// <summary>The results of the first-level actions of a finished scope or loop.</summary>
    JsonArray Results(string scopeName);

    /// <summary>The flow and its run.</summary>
    JsonObject Workflow();
}
