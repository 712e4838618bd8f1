using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>A rule in the environment: active, or a draft that waits.</summary>
internal sealed record StoredRule
{
    /// <summary>Its row.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name in lists.</summary>
    public required string Name { get; init; }

    /// <summary>True for a draft.</summary>
    public required bool IsDraft { get; init; }

    /// <summary>Who entered it.</summary>
    public string Contributors { get; init; } = "";

    /// <summary>The rule; its task is by number.</summary>
    public required WbsMappingRule Rule { get; init; }

    /// <summary>How its row writes the codes: a version that replaces it must write them the same way.</summary>
    public required WrittenCodes Written { get; init; }

    /// <summary>Name and days for a sentence.</summary>
    public string Words => $"'{Name}' ({RuleCodes.Days(Rule)})";
}
