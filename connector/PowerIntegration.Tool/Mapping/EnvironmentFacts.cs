using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>What all rows of a workbook are checked against.</summary>
internal sealed record EnvironmentFacts
{
    /// <summary>Row of the environment.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>Its generation.</summary>
    public required int Generation { get; init; }

    /// <summary>Types and organizations; null where they were not read.</summary>
    public OracleCatalog? Catalog { get; init; }

    /// <summary>Names of the types, for suggestions.</summary>
    public IReadOnlyList<string> TypeNames { get; init; } = [];

    /// <summary>Names of the organizations, for suggestions.</summary>
    public IReadOnlyList<string> OrganizationNames { get; init; } = [];

    /// <summary>The projects that the workbook names, by Oracle number.</summary>
    public required IReadOnlyDictionary<string, ProjectFacts> Projects { get; init; }

    /// <summary>The Oracle numbers of all projects.</summary>
    public IReadOnlyList<string> ProjectNumbers { get; init; } = [];

    /// <summary>The rules of the whole company.</summary>
    public IReadOnlyList<StoredRule> CompanyRules { get; init; } = [];

    /// <summary>Codes that are posted in any project, for rules of the whole company.</summary>
    public IReadOnlyList<PostedCode> Posted { get; init; } = [];

    /// <summary>Documents that wait for a mapping.</summary>
    public IReadOnlyList<WaitingDocument> Waiting { get; init; } = [];

    /// <summary>Keys of rules that are taken.</summary>
    public IReadOnlyCollection<string> TakenKeys { get; init; } = [];
}
