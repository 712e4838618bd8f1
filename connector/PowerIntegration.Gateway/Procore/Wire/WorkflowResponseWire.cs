namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>An assignee of a step and the answer, which is empty until it is given.</summary>
internal sealed record WorkflowResponseWire(
    DateTimeOffset? SubmittedAt,
    WorkflowOptionWire? SelectedResponseOption,
    string? Comment,
    WorkflowPersonWire? Assignee
);
