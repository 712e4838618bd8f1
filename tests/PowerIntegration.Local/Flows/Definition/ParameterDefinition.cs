using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Flows.Definition;

/// <summary>One parameter of a flow.</summary>
/// <param name="Name">As expressions name it.</param>
/// <param name="DefaultValue">What it is without a value from the environment.</param>
/// <param name="SchemaName">The environment variable behind it, if any.</param>
public sealed record ParameterDefinition(string Name, JsonNode? DefaultValue, string? SchemaName);
