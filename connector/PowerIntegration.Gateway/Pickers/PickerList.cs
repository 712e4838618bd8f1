namespace PowerIntegration.Gateway.Pickers;

/// <summary>A list as the connector's dynamic values expect it.</summary>
/// <param name="Value">The choices.</param>
internal sealed record PickerList<T>(IReadOnlyList<T> Value);
