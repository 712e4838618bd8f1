using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Flows.Definition;

/// <summary>One case of a Switch.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Compared with the Switch's expression as JSON.</param>
/// <param name="Actions">What runs when they are equal.</param>
public sealed record SwitchCase(string Name, JsonNode? Value, IReadOnlyList<ActionDefinition> Actions);
