namespace PowerIntegration.Domain.Wbs;

/// <summary>The mapping of the Procore codes of one project, and what of Oracle its codings are checked against.</summary>
public sealed record WbsMapping
{
    /// <summary>Oracle project number.</summary>
    public required string ProjectNumber { get; init; }

    /// <summary>The organization that owns the project: the expenditure organization of rules that name no other.</summary>
    public required string ExpenditureOrganization { get; init; }

    /// <summary>Where the tasks of this project come from.</summary>
    public TaskSource TaskSource { get; init; }

    /// <summary>Business unit of the project; null where it was not read.</summary>
    public string? BusinessUnit { get; init; }

    /// <summary>True where other business units may charge the project.</summary>
    public bool AllowsCrossCharge { get; init; }

    /// <summary>The active rules.</summary>
    public required MappingRules Rules { get; init; }

    /// <summary>The tasks of the Oracle project.</summary>
    public required ProjectTasks Tasks { get; init; }

    /// <summary>Transaction controls of the Oracle project.</summary>
    public IReadOnlyList<TransactionControl> Controls { get; init; } = [];

    /// <summary>Expenditure types and organizations; null where they were not read, so that they are not checked.</summary>
    public OracleCatalog? Catalog { get; init; }
}
