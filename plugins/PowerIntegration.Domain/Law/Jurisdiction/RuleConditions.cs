using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>The contracts that a rule applies to, besides place and kind. A null condition excludes nothing.</summary>
public sealed record RuleConditions
{
    /// <summary>Sector; null for every sector.</summary>
    public ProjectSector? Sector { get; init; }

    /// <summary>First contract date that the rule applies to; null where there is no known beginning.</summary>
    public CalendarDate? EffectiveFrom { get; init; }

    /// <summary>Last contract date that the rule applies to; null where it has no end.</summary>
    public CalendarDate? EffectiveTo { get; init; }

    /// <summary>The value that the limits below refer to; null where there are none.</summary>
    public RuleValueBasis? ValueBasis { get; init; }

    /// <summary>The value at and above which the rule applies.</summary>
    public Money? ValueMin { get; init; }

    /// <summary>The value below which the rule applies.</summary>
    public Money? ValueBelow { get; init; }

    /// <summary>
    /// The smallest number of dwellings for projects with dwellings; projects without dwellings are never excluded by it.
    /// </summary>
    public int? DwellingsMin { get; init; }

    /// <summary>The bond condition.</summary>
    public BondCondition? Bond { get; init; }

    /// <summary>True where the rule has a value limit.</summary>
    public bool HasValueLimit => ValueMin is not null || ValueBelow is not null;
}
