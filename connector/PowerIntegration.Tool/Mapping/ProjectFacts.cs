using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>What a project's rows are checked against.</summary>
internal sealed record ProjectFacts
{
    /// <summary>Row of the project.</summary>
    public required Guid Id { get; init; }

    /// <summary>ID of the project in Procore, part of the key of its rules.</summary>
    public required string ProcoreId { get; init; }

    /// <summary>Tasks, controls, types and organizations; the rules of the project and of the company that are active.</summary>
    public required WbsMapping Mapping { get; init; }

    /// <summary>Rows of the tasks by number.</summary>
    public required IReadOnlyDictionary<string, Guid> TaskIds { get; init; }

    /// <summary>The rules of this project alone.</summary>
    public required IReadOnlyList<StoredRule> Rules { get; init; }

    /// <summary>Codes that are posted.</summary>
    public required IReadOnlyList<PostedCode> Posted { get; init; }

    /// <summary>The Procore codes of the project.</summary>
    public required IReadOnlyList<ListedCode> Codes { get; init; }
}
