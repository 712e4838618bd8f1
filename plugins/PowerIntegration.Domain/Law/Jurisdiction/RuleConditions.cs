using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>To which contracts a rule applies, besides place and kind. What is null or not set excludes nothing.</summary>
public sealed record RuleConditions
{
    /// <summary>Sector; null for every sector.</summary>
    public ProjectSector? Sector { get; init; }

    /// <summary>First date of the contract to which the rule applies; null for as long as is known.</summary>
    public CalendarDate? EffectiveFrom { get; init; }

    /// <summary>Last date of the contract to which the rule applies; null where it has no end.</summary>
    public CalendarDate? EffectiveTo { get; init; }

    /// <summary>Which value the limits below speak of; null where there are none.</summary>
    public RuleValueBasis? ValueBasis { get; init; }

    /// <summary>The value at and above which the rule applies.</summary>
    public Money? ValueMin { get; init; }

    /// <summary>The value below which the rule applies.</summary>
    public Money? ValueBelow { get; init; }

    /// <summary>
    /// The number of dwellings from which the rule applies to projects that have dwellings; projects without any are never excluded by it.
    /// </summary>
    public int? DwellingsMin { get; init; }

    /// <summary>What the rule asks about the bond.</summary>
    public BondCondition? Bond { get; init; }

    /// <summary>True where the rule speaks of a value.</summary>
    public bool HasValueLimit => ValueMin is not null || ValueBelow is not null;
}
