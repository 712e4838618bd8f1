using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>Functions of the language by name.</summary>
internal sealed class FunctionTable
{
    /// <summary>As many arguments as an expression can hold.</summary>
    public const int Many = int.MaxValue;

    private readonly Dictionary<string, FunctionDefinition> definitions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of all functions in alphabetical order.</summary>
    public IReadOnlyList<string> Names => [.. definitions.Values.Select(definition => definition.Name).Order(StringComparer.Ordinal)];

    /// <summary>Adds a function whose arguments are all evaluated, from left to right.</summary>
    public void Add(string name, int minimum, int maximum, Func<FunctionArguments, JsonNode?> evaluate) =>
        definitions.Add(name, new FunctionDefinition(name, minimum, maximum, false, evaluate));

    /// <summary>Adds a function that evaluates only the arguments it asks for.</summary>
    public void AddLazy(string name, int minimum, int maximum, Func<FunctionArguments, JsonNode?> evaluate) =>
        definitions.Add(name, new FunctionDefinition(name, minimum, maximum, true, evaluate));

    /// <summary>Finds a function.</summary>
    /// <exception cref="ExpressionException">No such function.</exception>
    public FunctionDefinition Find(string name) =>
        definitions.TryGetValue(name, out var definition)
            ? definition
            : throw new ExpressionException($"The function '{name}' is not known to this runtime.");
}
