namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>One occurrence of a step: a step that is come back to is another occurrence.</summary>
internal sealed record WorkflowStepWire(
    string? Id,
    string? Name,
    IReadOnlyList<WorkflowOptionWire?>? AvailableResponseOptions,
    IReadOnlyList<WorkflowResponseWire?>? ResponseOccurrences
);
