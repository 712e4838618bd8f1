namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>A workflow of one record, <c>GET .../projects/{project_id}/workflows/instances</c> and below.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ItemId">Id of the record.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="EndedAt">When it ended; null while it is active.</param>
/// <param name="CurrentStepOccurrence">Its step now; a list leaves it out.</param>
/// <param name="AllAssignees">Assignees of all its steps; a list leaves them out.</param>
internal sealed record WorkflowInstanceWire(
    string? Id,
    string? ItemId,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    WorkflowStepWire? CurrentStepOccurrence,
    IReadOnlyList<WorkflowPersonWire?>? AllAssignees
);
