namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>One event of a workflow; answers are in the events of the type <c>ResponseStep</c>.</summary>
internal sealed record WorkflowEventWire(string? Type, WorkflowPastStepWire? Details);
