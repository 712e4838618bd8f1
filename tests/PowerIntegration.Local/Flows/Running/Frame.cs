using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>
/// What the actions of one loop pass, or of the top level, see: the results so far, and outside them those of the passes around it.
/// Scopes and branches share the frame they stand in.
/// </summary>
internal sealed class Frame
{
    private readonly ConcurrentDictionary<string, ActionResult> results = new(StringComparer.OrdinalIgnoreCase);

    private Frame(Frame? parent, string loop, JsonNode? item, long index, bool hasItem)
    {
        Parent = parent;
        Loop = loop;
        Item = item;
        Index = index;
        HasItem = hasItem;
        var here = loop.Length == 0 ? string.Empty : $"{loop}[{index}]";
        Repetition = string.Join('/', new[] { parent?.Repetition ?? string.Empty, here }.Where(part => part.Length > 0));
    }

    /// <summary>The pass around it.</summary>
    public Frame? Parent { get; }

    /// <summary>The loop's name; empty at the top level and inside Select and Query.</summary>
    public string Loop { get; }

    /// <summary>The current element.</summary>
    public JsonNode? Item { get; }

    /// <summary>Whether there is a current element.</summary>
    public bool HasItem { get; }

    /// <summary>Which pass, from 0.</summary>
    public long Index { get; }

    /// <summary>The passes as text, such as <c>Outer[0]/Inner[2]</c>.</summary>
    public string Repetition { get; }

    /// <summary>The top level.</summary>
    public static Frame Top() => new(null, string.Empty, null, 0, false);

    /// <summary>A pass of a Foreach.</summary>
    public Frame ForItem(string loop, JsonNode? item, long index) => new(this, loop, item, index, true);

    /// <summary>A pass of an Until.</summary>
    public Frame ForPass(string loop, long index) => new(this, loop, null, index, false);

    /// <summary>An element of Select or Query.</summary>
    public Frame ForElement(JsonNode? item) => new(this, string.Empty, item, 0, true);

    /// <summary>Stores a result.</summary>
    public void Store(ActionResult result) => results[result.Name] = result;

    /// <summary>Finds the result of an action here or outside.</summary>
    /// <exception cref="ExpressionException">The action has not run.</exception>
    public ActionResult Find(string name)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
        {
            if (frame.results.TryGetValue(name, out var result))
            {
                return result;
            }
        }

        throw new ExpressionException($"The action '{name}' has not run before this point, so its result cannot be read.");
    }

    /// <summary>The nearest pass that a predicate accepts.</summary>
    public Frame? Nearest(Func<Frame, bool> accept)
    {
        var frame = this;
        while (frame is not null && !accept(frame))
        {
            frame = frame.Parent;
        }

        return frame;
    }
}
