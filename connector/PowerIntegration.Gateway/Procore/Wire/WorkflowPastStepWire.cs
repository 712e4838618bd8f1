namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>An occurrence of a step in the history.</summary>
/// <param name="Id">Its id, the one that it had as the current step.</param>
/// <param name="Responses">Who answered what.</param>
internal sealed record WorkflowPastStepWire(string? Id, IReadOnlyList<WorkflowPastResponseWire?>? Responses);
