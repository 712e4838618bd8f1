using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>
/// The variables of one run: typed, global, without case. Loop passes that run at once see each other's changes, as in the product.
/// </summary>
internal sealed class VariableStore
{
    private readonly object gate = new();
    private readonly Dictionary<string, Variable> variables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a variable.</summary>
    /// <exception cref="ExpressionException">It exists, or the value has another type.</exception>
    public JsonNode? Initialize(string name, VariableType type, JsonNode? value)
    {
        var variable = new Variable(type, VariableTyping.Coerce(name, type, value));
        lock (gate)
        {
            return variables.TryAdd(name, variable)
                ? variable.Value
                : throw new ExpressionException($"The variable '{name}' is initialized already.");
        }
    }

    /// <summary>Reads a variable.</summary>
    /// <exception cref="ExpressionException">It does not exist yet.</exception>
    public JsonNode? Read(string name)
    {
        lock (gate)
        {
            return Find(name).Value;
        }
    }

    /// <summary>Changes a variable and gives its new value.</summary>
    /// <exception cref="ExpressionException">It does not exist yet, or the value has another type.</exception>
    public JsonNode? Change(string name, VariableChange change, JsonNode? value)
    {
        lock (gate)
        {
            var variable = Find(name);
            var changed = variable with { Value = VariableTyping.Change(name, variable.Type, variable.Value, change, value) };
            variables[name] = changed;
            return changed.Value;
        }
    }

    private Variable Find(string name) =>
        variables.TryGetValue(name, out var variable) ? variable : throw new ExpressionException($"The variable '{name}' is not initialized yet.");

    private sealed record Variable(VariableType Type, JsonNode? Value);
}
