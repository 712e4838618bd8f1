using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Expressions;

/// <summary>One function of the language.</summary>
/// <param name="Name">As documented; compared without case.</param>
/// <param name="MinimumArguments">Fewer are refused.</param>
/// <param name="MaximumArguments">More are refused.</param>
/// <param name="IsLazy">Whether the function decides which arguments are evaluated.</param>
/// <param name="Evaluate">Computes the value.</param>
internal sealed record FunctionDefinition(
    string Name,
    int MinimumArguments,
    int MaximumArguments,
    bool IsLazy,
    Func<FunctionArguments, JsonNode?> Evaluate
);
