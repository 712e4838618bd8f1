namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>
/// A workflow that is configured for a tool of a project, <c>GET .../projects/{project_id}/workflows/presets</c>. One that is not valid starts
/// nothing.
/// </summary>
internal sealed record WorkflowPresetWire(string? Id, bool? Valid);
