using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs;

/// <summary>One active row of the mapping of a project: Procore segment values to an Oracle coding.</summary>
public sealed record WbsMappingRule
{
    /// <summary>The value of a field that matches any code.</summary>
    public const string Any = "*";

    /// <summary>The rule's key, for the trail.</summary>
    public required string Key { get; init; }

    /// <summary>Hash of its content, for the trail; null where its row has none.</summary>
    public string? VersionHash { get; init; }

    /// <summary>Exact task segment code, or <see cref="Any"/>.</summary>
    public required string TaskSegmentCode { get; init; }

    /// <summary>Exact cost code, or <see cref="Any"/>.</summary>
    public required string CostCode { get; init; }

    /// <summary>Exact cost type, or <see cref="Any"/>.</summary>
    public required string CostType { get; init; }

    /// <summary>Oracle task; null where the task comes from the custom segment.</summary>
    public string? TaskNumber { get; init; }

    /// <summary>Expenditure type.</summary>
    public required string ExpenditureType { get; init; }

    /// <summary>Expenditure organization; null for the project's.</summary>
    public string? ExpenditureOrganization { get; init; }

    /// <summary>First day on which the rule applies.</summary>
    public required CalendarDate ValidFrom { get; init; }

    /// <summary>Last day on which the rule applies; null where it has no end.</summary>
    public CalendarDate? ValidTo { get; init; }

    /// <summary>How many of the three fields are exact, 0 to 3.</summary>
    public int ExactFields => Exact(TaskSegmentCode) + Exact(CostCode) + Exact(CostType);

    /// <summary>True where the rule applies on the day.</summary>
    public bool IsValidOn(CalendarDate day) => ValidFrom <= day && (ValidTo is not { } last || day <= last);

    /// <summary>True where every field equals the code or matches any.</summary>
    public bool Fits(SegmentCodes codes) =>
        Fits(TaskSegmentCode, codes.TaskSegment) && Fits(CostCode, codes.CostCode) && Fits(CostType, codes.CostType);

    private static int Exact(string field) => field == Any ? 0 : 1;

    private static bool Fits(string field, string? value) => field == Any || string.Equals(field, value, StringComparison.Ordinal);
}
