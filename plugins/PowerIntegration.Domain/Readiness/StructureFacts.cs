using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Readiness;

/// <summary>What the mapping of a project says, and which codes it has to cover.</summary>
public sealed record StructureFacts
{
    /// <summary>Active rules and tasks; null where the project names no Oracle project or no expenditure organization.</summary>
    public required WbsMapping? Mapping { get; init; }

    /// <summary>The codes of the project in Procore, as they were last read.</summary>
    public required IReadOnlyList<ListedCode> Listed { get; init; }

    /// <summary>True where there are more codes or lines than one answer reads.</summary>
    public required bool IsCut { get; init; }

    /// <summary>Drafts of mapping rules.</summary>
    public required IReadOnlyList<WaitingDraft> Drafts { get; init; }

    /// <summary>The list of mapping rules.</summary>
    public required RecordPlace RulesPlace { get; init; }

    /// <summary>The list of Oracle tasks.</summary>
    public required RecordPlace TasksPlace { get; init; }
}
