namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>What happened in a workflow, <c>GET .../workflows/instances/{id}/history</c>.</summary>
internal sealed record WorkflowHistoryWire(IReadOnlyList<WorkflowEventWire?>? History);
