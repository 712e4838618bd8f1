namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>A cloud flow that a solution brings.</summary>
/// <param name="Id">Its id, which an import keeps.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsActivated">Whether it is on after an import.</param>
internal sealed record WorkflowDefinition(Guid Id, string Name, bool IsActivated);
