namespace PowerIntegration.Domain.Readiness;

/// <summary>What the ownership register says about a project.</summary>
public sealed record OwnershipFacts
{
    /// <summary>Active rules about whole documents, of the project or of every project.</summary>
    public required IReadOnlyList<RegisteredRule> Rules { get; init; }

    /// <summary>Active approval authorities, of the project or of every project.</summary>
    public required IReadOnlyList<RegisteredAuthority> Authorities { get; init; }

    /// <summary>Drafts of rules and authorities.</summary>
    public required IReadOnlyList<WaitingDraft> Drafts { get; init; }

    /// <summary>The register.</summary>
    public required RecordPlace RulesPlace { get; init; }

    /// <summary>The list of approval authorities.</summary>
    public required RecordPlace AuthoritiesPlace { get; init; }
}
