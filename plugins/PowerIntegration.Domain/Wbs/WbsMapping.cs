namespace PowerIntegration.Domain.Wbs;

/// <summary>The mapping of the Procore codes of one project.</summary>
public sealed record WbsMapping
{
    /// <summary>Oracle project number.</summary>
    public required string ProjectNumber { get; init; }

    /// <summary>Expenditure organization for rules without one.</summary>
    public required string ExpenditureOrganization { get; init; }

    /// <summary>The active rules.</summary>
    public required IReadOnlyList<WbsMappingRule> Rules { get; init; }

    /// <summary>The tasks of the Oracle project.</summary>
    public required IReadOnlyList<ProjectTask> Tasks { get; init; }
}
